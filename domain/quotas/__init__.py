"""Quotas: how much a person owes in a period, what fills it, what is left (LEI-06, SOM-21)."""
