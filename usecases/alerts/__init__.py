"""Alerts: raised, answered, moved up where nobody agrees, counted."""
