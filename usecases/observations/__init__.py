"""Observations: assigned, written down, shared with whoever was seen."""
