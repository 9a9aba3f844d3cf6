"""Seeds that anybody can work out again, and nobody can pick (E-10)."""

from __future__ import annotations

from hashlib import sha256

SEEDS = 1_000_000


def seed_from(words: str) -> int:
    """The same words give the same seed, below SEEDS."""
    return int(sha256(words.encode()).hexdigest(), 16) % SEEDS
