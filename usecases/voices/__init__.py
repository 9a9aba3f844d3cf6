"""Voices: children and families heard in an audit or alone, their quotas, what it all shows."""
