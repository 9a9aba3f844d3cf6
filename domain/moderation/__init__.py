"""Moderation: what sends an audit to it, who reads it again, and what they decide."""
