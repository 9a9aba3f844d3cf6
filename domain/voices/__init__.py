"""Voices: what children and families said, word for word, or why they were not heard."""
