"""The repository of good practice that managers were asked to name."""

from __future__ import annotations

from typing import Protocol

from domain.audits.example import Example


class Examples(Protocol):
    """Requests and their answers; the words are encrypted at rest."""

    async def ask(self, example: Example) -> Example | None:
        """Keep a request under a new id; None where one to that person is open."""

    async def get(self, example_id: int) -> Example | None:
        """One request."""

    async def save(self, example: Example) -> Example:
        """Write one whose ``version`` is the one read; raises MovedOnFault."""
