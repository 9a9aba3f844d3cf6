"""Quotas: pieces that are recorded, one's own card, the roll-up of a manager."""
