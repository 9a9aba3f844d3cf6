"""The repository of moderation. What people wrote is encrypted at rest."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from domain.moderation.final_check import CycleCheck
from domain.moderation.moderation import Dispute, Moderation, View


class Moderations(Protocol):
    """How audits stand to moderation. ``save*`` raises MovedOnFault where the version has moved."""

    async def add(self, moderation: Moderation) -> bool:
        """Keep how an audit stands to moderation; False where that is kept already."""

    async def of_audit(self, audit_id: int) -> Moderation | None:
        """How one audit stands to moderation; None before its first grades are in."""

    async def save(self, moderation: Moderation) -> Moderation:
        """Write it if ``version`` is the one read; gives it back with the next version."""

    async def waiting(self) -> list[Moderation]:
        """Those of audits that are graded and not drawn, in order of the audits."""

    async def of_cycle(self, cycle_id: int) -> list[Moderation]:
        """Those of a cycle's audits whose first grades are in, in order of the audits."""

    async def to_open(self, today: date) -> list[Moderation]:
        """Those whose window has begun and whose panel has no seats yet."""

    async def add_dispute(self, dispute: Dispute) -> bool:
        """Keep that somebody disagrees; False, and nothing is written, where they did before."""

    async def disputes_of(self, audit_id: int) -> list[Dispute]:
        """Everybody who disagrees, in the order in which they said so."""

    async def ask_view(self, view: View) -> View | None:
        """Keep a question with its own number; None where that person was asked before."""

    async def view(self, view_id: int) -> View | None:
        """One view that was asked for."""

    async def views_of(self, audit_id: int) -> list[View]:
        """Every view asked for about an audit, in order."""

    async def save_view(self, view: View) -> View:
        """Write the answer if ``version`` is the one read."""

    async def open_check(self, cycle_id: int, due_on: date) -> bool:
        """Begin a cycle's last check; False where it was begun before."""

    async def check_of(self, cycle_id: int) -> CycleCheck | None:
        """A cycle's last check."""

    async def save_check(self, check: CycleCheck) -> CycleCheck:
        """Write it if ``version`` is the one read."""
