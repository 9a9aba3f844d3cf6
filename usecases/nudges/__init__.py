"""Reminding people of their duties."""
