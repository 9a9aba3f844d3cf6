"""The repository of what people asked to have tried out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from domain.sending import Rehearsal


class Rehearsals(Protocol):
    """Questions for what is going to be sent, with the answer; encrypted at rest."""

    async def ask(self, asked_by: str, first: date, last: date, now: datetime) -> Rehearsal:
        """Keep that somebody wants to know; who waits for the same days already is not twice."""

    async def get(self, number: int) -> Rehearsal | None:
        """One, while it is kept."""

    async def waiting(self, since: datetime) -> Rehearsal | None:
        """The oldest that nobody has tried out yet and that was asked for since then."""

    async def done(self, number: int, found: Sequence[str], now: datetime) -> bool:
        """Keep what came of it; False where another replica has just done so."""

    async def forget_before(self, moment: datetime) -> int:
        """Delete old ones; gives how many."""
