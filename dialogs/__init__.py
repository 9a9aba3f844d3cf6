"""Conversations: what may be typed on each card, declared as questions."""
