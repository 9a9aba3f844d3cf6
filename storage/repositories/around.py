"""An audit with everything around it, in one question: its cycle, its record, its seats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, Table, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.audits.audit import Audit, Cycle, Seat
from domain.cases.case import Case
from storage.cipher import Cipher
from storage.known import Known
from storage.repositories.base import SealingRepository
from storage.tables import audits, cases, cycles, seats

_PARTS: Final[tuple[Table, ...]] = (audits, cycles, cases, seats)
_NAMES: Final = tuple(tuple(table.columns.keys()) for table in _PARTS)
_CYCLE = select(cycles).where(cycles.c.id == bindparam("cycle_id"))


def _around(audit_id: ColumnElement[int]) -> Select[Any]:
    """A row for each seat, or one without any."""
    joined = audits.join(cycles).join(cases).outerjoin(seats, seats.c.audit_id == audits.c.id)
    columns = [column for table in _PARTS for column in table.columns]
    return select(*columns).select_from(joined).where(audits.c.id == audit_id).order_by(seats.c.id)


_OF_AUDIT = _around(bindparam("number", type_=audits.c.id.type))
_OF_SEAT = _around(
    select(seats.c.audit_id).where(seats.c.id == bindparam("number")).scalar_subquery()
)


class SqlAround(SealingRepository):
    """The part of the port ``Audits`` that almost every turn asks, most often all of it."""

    def __init__(self, connection: AsyncConnection, cipher: Cipher, known: Known) -> None:
        super().__init__(connection, cipher)
        self._known = known

    async def get(self, audit_id: int) -> Audit | None:
        """One audit."""
        return await self._known.read(("audit", audit_id), lambda: self._audit(audit_id))

    async def seats_of(self, audit_id: int) -> list[Seat]:
        """The seats of one audit, in the framework's order."""
        return list(await self._known.read(("seats", audit_id), lambda: self._seats(audit_id)))

    async def seat(self, seat_id: int) -> Seat | None:
        """One seat."""
        return await self._known.read(("seat", seat_id), lambda: self._seat(seat_id))

    async def cycle(self, cycle_id: int) -> Cycle | None:
        """One cycle."""
        return await self._known.read(("cycle", cycle_id), lambda: self._cycle(cycle_id))

    async def _audit(self, audit_id: int) -> Audit | None:
        return (await self._read(_OF_AUDIT, audit_id))[0]

    async def _seats(self, audit_id: int) -> Sequence[Seat]:
        return (await self._read(_OF_AUDIT, audit_id))[1]

    async def _seat(self, seat_id: int) -> Seat | None:
        _, found = await self._read(_OF_SEAT, seat_id)
        return next((seat for seat in found if seat.id == seat_id), None)

    async def _cycle(self, cycle_id: int) -> Cycle | None:
        row = await self._one(_CYCLE, cycle_id=cycle_id)
        return Cycle(**row) if row else None

    async def _read(self, statement: Select[Any], number: int) -> tuple[Audit | None, list[Seat]]:
        """The audit and its seats; what came along with them is kept."""
        rows = (await self._connection.execute(statement, {"number": number})).all()
        if not rows:
            return None, []
        of_audit, of_cycle, of_case, _ = _parts(rows[0])
        of_seats = [_parts(row)[3] for row in rows]
        audit, cycle, case = Audit(**of_audit), Cycle(**of_cycle), Case(**of_case)
        found = [Seat(**of_seat) for of_seat in of_seats if of_seat["id"] is not None]
        self._known.keep(("audit", audit.id), audit)
        self._known.keep(("cycle", cycle.id), cycle)
        self._known.keep(("case", case.ref), case)
        self._known.keep(("seats", audit.id), found)
        for seat in found:
            self._known.keep(("seat", seat.id), seat)
        return audit, found


def _parts(row: Row[Any]) -> list[dict[str, Any]]:
    """The columns of a row by name, each table's apart."""
    values = iter(row)
    # the names run out first, so nothing of the next table is taken
    return [dict(zip(names, values, strict=False)) for names in _NAMES]
