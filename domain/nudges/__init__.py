"""Reminders of duties, and who hears that one is late."""
