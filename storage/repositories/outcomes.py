"""What audits came to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, bindparam, select

from domain.audits.outcome import Outcome
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import outcomes

_OF_AUDIT = select(outcomes).where(outcomes.c.audit_id == bindparam("number"))


class SqlOutcomes(SealingRepository):
    """Implements the port ``Outcomes``."""

    async def add(self, outcome: Outcome) -> bool:
        """Keep an outcome for ever; False, and nothing is written, where the audit has one."""
        row = {column.name: getattr(outcome, column.name) for column in outcomes.columns}
        row["areas"] = {str(number): grade for number, grade in outcome.areas.items()}
        row["reason"] = self._cipher.seal(outcome.reason)
        new = self._insert(outcomes).values(**row).on_conflict_do_nothing()
        return await self._one(new.returning(outcomes.c.audit_id)) is not None

    @remembered
    async def of_audit(self, audit_id: int) -> Outcome | None:
        """The audit's outcome; None before it is final."""
        row = await self._one(_OF_AUDIT, number=audit_id)
        return self._outcome(row) if row else None

    async def of_worker(self, person_id: str) -> list[Outcome]:
        """What the worker's audits came to, oldest first (E-61)."""
        return await self._found(outcomes.c.worker == person_id)

    async def of_team(self, team: str, since: datetime) -> list[Outcome]:
        """What a team's audits came to from that moment on, oldest first (E-62)."""
        return await self._found((outcomes.c.team == team) & (outcomes.c.final_at >= since))

    async def since(self, moment: datetime) -> list[Outcome]:
        """Everything that became final from that moment on, oldest first."""
        return await self._found(outcomes.c.final_at >= moment)

    async def _found(self, condition: ColumnElement[bool]) -> list[Outcome]:
        order = (outcomes.c.final_at, outcomes.c.audit_id)
        rows = await self._all(select(outcomes).where(condition).order_by(*order))
        return [self._outcome(row) for row in rows]

    def _outcome(self, row: RowMapping) -> Outcome:
        areas = {int(number): grade for number, grade in row["areas"].items()}
        return Outcome(**{**row, "areas": areas, "reason": self._cipher.open(row["reason"])})
