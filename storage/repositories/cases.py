"""What is audited: the records, by reference, and what stands beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.cases.case import Case, CaseKind
from domain.cases.noticing import CaseEvent
from domain.frameworks.selection import EventKind
from storage.known import Known
from storage.repositories.base import Repository
from storage.tables import case_events, cases

_CASE = select(cases).where(cases.c.ref == bindparam("ref"))
_NAMED = select(cases).where(cases.c.ref.in_(bindparam("refs", expanding=True)))
_ASKED_AT_ONCE = 500
_RECORDS = select(cases).where(cases.c.kind == CaseKind.RECORD).order_by(cases.c.ref)
_BESIDE = select(cases).where(cases.c.kind != CaseKind.RECORD).order_by(cases.c.ref)
_WAITING = select(case_events).where(case_events.c.done_at.is_(None)).order_by(case_events.c.id)

_NAMES = tuple(field.name for field in fields(Case))


class SqlCases(Repository):
    """Implements the port ``Cases``."""

    def __init__(self, connection: AsyncConnection, known: Known) -> None:
        super().__init__(connection)
        self._known = known

    async def get(self, ref: str) -> Case | None:
        """A record, or a team, setting, supervision or sample, by its reference."""
        return await self._known.read(("case", ref), lambda: self._get(ref))

    async def _get(self, ref: str) -> Case | None:
        row = await self._one(_CASE, ref=ref)
        return _case(row) if row else None

    async def all(self) -> dict[str, Case]:
        """Every child's record by reference."""
        return {row["ref"]: _case(row) for row in await self._all(_RECORDS)}

    async def beside(self) -> dict[str, Case]:
        """Everything else that is or was audited, by reference."""
        return {row["ref"]: _case(row) for row in await self._all(_BESIDE)}

    async def named(self, refs: Collection[str]) -> dict[str, Case]:
        """Whatever is audited under these references, by reference."""
        wanted: list[str] = sorted(refs)
        found: dict[str, Case] = {}
        for first in range(0, len(wanted), _ASKED_AT_ONCE):
            some = wanted[first : first + _ASKED_AT_ONCE]
            found |= {row["ref"]: _case(row) for row in await self._all(_NAMED, refs=some)}
        return found

    async def put(self, cases: Iterable[Case]) -> None:
        """Write them as they are given, new or known."""
        # a thousand times as many as anything else: asdict() would copy every value deeply
        await self._put_rows([{name: getattr(case, name) for name in _NAMES} for case in cases])

    async def _put_rows(self, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        insert = self._insert(cases)
        changed = {name: insert.excluded[name] for name in rows[0] if name != "ref"}
        await self._connection.execute(
            insert.on_conflict_do_update(index_elements=["ref"], set_=changed), rows
        )

    async def notice(self, kind: EventKind, case_ref: str, on: date) -> None:
        """Keep that something happened to a record; nothing where it is known."""
        row = {"kind": kind, "case_ref": case_ref, "noticed_on": on}
        await self._connection.execute(
            self._insert(case_events).values(**row).on_conflict_do_nothing()
        )

    async def noticed(self) -> list[CaseEvent]:
        """What was noticed and has led to nothing yet, oldest first."""
        return [
            CaseEvent(**{name: row[name] for name in ("id", "kind", "case_ref", "noticed_on")})
            for row in await self._all(_WAITING)
        ]

    async def event_done(self, event_id: int, now: datetime) -> None:
        """It was looked at; what it called for is open."""
        done = update(case_events).where(case_events.c.id == event_id).values(done_at=now)
        await self._connection.execute(done)


def _case(row: RowMapping) -> Case:
    return Case(**{**row, "records": tuple(row["records"])})
