"""Draws that wait for somebody's word."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import RowMapping, select, update

from domain.audits.proposal import Proposal, ProposalState
from storage.repositories.base import Repository
from storage.tables import proposals


class SqlProposals(Repository):
    """Implements the port ``Proposals``."""

    async def add(self, proposal: Proposal) -> Proposal | None:
        """Keep a proposal under a new id; None where the occasion has one."""
        row = {name: value for name, value in _row(proposal).items() if name != "id"}
        new = self._insert(proposals).values(**row).on_conflict_do_nothing()
        written = await self._one(new.returning(proposals.c.id))
        return replace(proposal, id=written["id"]) if written else None

    async def get(self, proposal_id: int) -> Proposal | None:
        """One proposal."""
        row = await self._one(select(proposals).where(proposals.c.id == proposal_id))
        return _proposal(row) if row else None

    async def known(self, programme: str, occasion: str) -> bool:
        """Whether the occasion has one."""
        found = select(proposals.c.id).filter_by(programme=programme, occasion=occasion)
        return await self._one(found) is not None

    async def to_open(self) -> list[Proposal]:
        """Those that are confirmed and whose cycles are still to be opened, the oldest first."""
        found = select(proposals).filter_by(state=ProposalState.OPENING).order_by(proposals.c.id)
        return [_proposal(row) for row in await self._all(found)]

    async def save(self, proposal: Proposal) -> Proposal:
        """Write one whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(proposal, version=proposal.version + 1)
        as_read = update(proposals).filter_by(id=proposal.id, version=proposal.version)
        await self._swap(as_read.values(**_row(saved)))
        return saved


def _row(proposal: Proposal) -> dict[str, Any]:
    return {**asdict(proposal), "drawn": list(proposal.drawn), "notes": list(proposal.notes)}


def _proposal(row: RowMapping) -> Proposal:
    return Proposal(**{**row, "drawn": tuple(row["drawn"]), "notes": tuple(row["notes"])})
