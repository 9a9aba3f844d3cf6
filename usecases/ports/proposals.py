"""The repository of draws that wait for somebody's word."""

from __future__ import annotations

from typing import Protocol

from domain.audits.proposal import Proposal


class Proposals(Protocol):
    """One for each occasion of a programme."""

    async def add(self, proposal: Proposal) -> Proposal | None:
        """Keep a proposal under a new id; None where the occasion has one."""

    async def get(self, proposal_id: int) -> Proposal | None:
        """One proposal."""

    async def known(self, programme: str, occasion: str) -> bool:
        """Whether the occasion has one."""

    async def to_open(self) -> list[Proposal]:
        """Those that are confirmed and whose cycles are still to be opened, the oldest first."""

    async def save(self, proposal: Proposal) -> Proposal:
        """Write one whose ``version`` is the one read; raises MovedOnFault."""
