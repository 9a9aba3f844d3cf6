"""How audits stand to moderation."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, bindparam, select, update

from domain.audits.audit import AuditState
from domain.moderation.moderation import Decision, Moderation, Reason
from storage.known import remembered
from storage.repositories.objections import SqlObjections
from storage.tables import audits
from storage.tables.base import in_state
from storage.tables.moderations import moderations

_WORDS = ("reason", "plan", "wider")
_DECISION = ("overall", "areas", *_WORDS)
_OF_AUDIT = select(moderations).where(moderations.c.audit_id == bindparam("number"))


class SqlModerations(SqlObjections):
    """Implements the port ``Moderations``."""

    async def add(self, moderation: Moderation) -> bool:
        """Keep how an audit stands to moderation; False where that is kept already."""
        return await self._added(moderations, self._row(moderation))

    @remembered
    async def of_audit(self, audit_id: int) -> Moderation | None:
        """How one audit stands to moderation; None before its first grades are in."""
        row = await self._one(_OF_AUDIT, number=audit_id)
        return self._moderation(row) if row else None

    async def save(self, moderation: Moderation) -> Moderation:
        """Write it if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(moderation, version=moderation.version + 1)
        read = update(moderations).filter_by(
            audit_id=moderation.audit_id, version=moderation.version
        )
        await self._swap(read.values(**self._row(saved)))
        return saved

    async def waiting(self) -> list[Moderation]:
        """Those of audits that are graded and not drawn, in order of the audits."""
        found = select(moderations).join(audits).where(in_state(audits.c.state, AuditState.GRADED))
        return await self._found(found)

    async def of_cycle(self, cycle_id: int) -> list[Moderation]:
        """Those of a cycle's audits whose first grades are in, in order of the audits."""
        found = select(moderations).join(audits).where(audits.c.cycle_id == cycle_id)
        return await self._found(found)

    async def to_open(self, today: date) -> list[Moderation]:
        """Those whose window has begun and whose panel has no seats yet."""
        found = (
            select(moderations)
            .join(audits)
            .where(
                moderations.c.opened_at.is_(None),
                moderations.c.opens_on <= today,
                audits.c.state == AuditState.MODERATING,
            )
        )
        return await self._found(found)

    async def _found(self, statement: Select[Any]) -> list[Moderation]:
        rows = await self._all(statement.order_by(moderations.c.audit_id))
        return [self._moderation(row) for row in rows]

    def _row(self, moderation: Moderation) -> dict[str, Any]:
        row = asdict(moderation)
        decided = row.pop("decision")
        areas = {str(number): grade for number, grade in decided["areas"].items()}
        sealed = {name: self._cipher.seal(decided[name]) for name in _WORDS}
        lists = {"reasons": list(row["reasons"]), "agreed": list(row["agreed"])}
        return {**row, **lists, "overall": decided["overall"], "areas": areas, **sealed}

    def _moderation(self, row: RowMapping) -> Moderation:
        kept = {key: value for key, value in row.items() if key not in _DECISION}
        decision = Decision(
            overall=row["overall"],
            areas={int(number): grade for number, grade in row["areas"].items()},
            **{name: self._cipher.open(row[name]) for name in _WORDS},
        )
        reasons = tuple(Reason(**reason) for reason in row["reasons"])
        changed = {"reasons": reasons, "agreed": tuple(row["agreed"]), "decision": decision}
        return Moderation(**{**kept, **changed})
