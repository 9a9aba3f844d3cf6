"""Moderation: the draw, the panel's seats, the decision, disagreement, the last check."""
