"""The repository of what audits came to."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.audits.outcome import Outcome


class Outcomes(Protocol):
    """Final grades, kept for ever. The reason is encrypted at rest."""

    async def add(self, outcome: Outcome) -> bool:
        """Keep an outcome; False, and nothing is written, where the audit has one."""

    async def of_audit(self, audit_id: int) -> Outcome | None:
        """The audit's outcome; None before it is final."""

    async def of_worker(self, person_id: str) -> list[Outcome]:
        """What the worker's audits came to, oldest first (E-61)."""

    async def of_team(self, team: str, since: datetime) -> list[Outcome]:
        """What a team's audits came to from that moment on, oldest first (E-62)."""

    async def since(self, moment: datetime) -> list[Outcome]:
        """Everything that became final from that moment on, oldest first."""
