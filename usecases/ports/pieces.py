"""The repository of pieces of learning, and of the audits that count beside them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Protocol

from domain.quotas.piece import DoneAudit, Piece


class Pieces(Protocol):
    """Where a form is and what was found are encrypted at rest."""

    async def add(self, piece: Piece) -> int:
        """Keep it; gives its number."""

    async def get(self, piece_id: int) -> Piece | None:
        """One piece."""

    async def of(self, people: Collection[str], first_day: date, last_day: date) -> list[Piece]:
        """What these people did between the two days, both included, oldest first."""

    async def audited(
        self, people: Collection[str], first_day: date, last_day: date
    ) -> list[DoneAudit]:
        """The first auditors' parts that they handed in between the two days."""
