"""The repository of what is sent to be passed or returned."""

from __future__ import annotations

from typing import Protocol

from domain.approvals.approval import Approval


class Approvals(Protocol):
    """What people wrote is encrypted at rest."""

    async def open(self, new: Approval) -> Approval | None:
        """Write it under a new id; None where that slot was asked for before."""

    async def get(self, approval_id: int) -> Approval | None:
        """One approval with its items."""

    async def save(self, approval: Approval) -> Approval:
        """Write it with its items, if ``version`` is the one read; raises MovedOnFault."""

    async def live(self) -> list[Approval]:
        """Everything about which somebody still has something to do, oldest first."""

    async def slots(self, rule: str) -> frozenset[str]:
        """Which slots of a rule were asked for."""

    async def of_sender(self, person_id: str) -> list[Approval]:
        """What somebody sent, newest first."""
