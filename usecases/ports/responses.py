"""The repository of immediate responses and incidents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.responses.response import NewResponse, Response, Sending, Step


class Responses(Protocol):
    """Responses with their ledgers. Free text is encrypted at rest."""

    async def begin(self, new: NewResponse, now: datetime) -> Response:
        """Write a draft."""

    async def get(self, response_id: int) -> Response | None:
        """One response with its ledger."""

    async def draft_of(self, person_id: str) -> Response | None:
        """The newest draft that somebody is writing."""

    async def raised_by(self, person_id: str) -> list[Response]:
        """What somebody raised and nobody has answered yet, oldest first."""

    async def is_raised(self, rule: str, case_ref: str) -> bool:
        """Whether a response by that rule was ever raised about a record."""

    async def auditors_of(self, case_ref: str) -> frozenset[str]:
        """Everybody who has held a seat in an audit of a record."""

    async def due(self, now: datetime) -> list[int]:
        """The ids of those for which the clock has something to do, the longest due first."""

    async def save(self, response: Response) -> Response:
        """Write all but the ledger, if its version is the one read; raises MovedOnFault."""

    async def note(self, response: Response, steps: Sequence[Step]) -> tuple[Response, list[Step]]:
        """Add lines to the ledger; gives it with those that are new, each occasion once."""

    async def hasten(self, person_id: str, now: datetime) -> int:
        """Let the clock look now at what waits for somebody; gives how many."""

    async def sendings(self, response: Response) -> list[Sending]:
        """What became of every card about it that was sent to somebody, oldest first."""

    async def late(self, before: datetime) -> list[int]:
        """The ids of those with a step or an urgent card that is so late, oldest first."""

    async def overdue(self, before: datetime) -> int:
        """How many steps and urgent cards should have gone out before then, and have not."""
