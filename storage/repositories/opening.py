"""Cycles as they are opened: written all at once, and sent out part by part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, insert, select, update

from domain.audits.audit import (
    Audit,
    AuditState,
    Cycle,
    NewAudit,
    NewCycle,
    NewSeat,
    Seat,
    SeatState,
)
from storage.repositories.around import SqlAround
from storage.tables import audits, cycles, seats
from storage.tables.base import in_state

_TO_BEGIN = (
    select(cycles)
    .where(cycles.c.noticed_at.is_(None) | cycles.c.offered_at.is_(None))
    .order_by(cycles.c.id)
)
_SOME = (
    select(audits)
    .where(audits.c.cycle_id == bindparam("cycle_id"), audits.c.id > bindparam("after"))
    .order_by(audits.c.id)
    .limit(bindparam("most"))
)
_THEIR_SEATS = (
    select(seats)
    .where(seats.c.audit_id.in_(bindparam("audit_ids", expanding=True)))
    .order_by(seats.c.id)
)
_BEGUN = ("noticed_at", "offered_at", "noticed_to", "offered_to")


class SqlOpening(SqlAround):
    """The part of the port ``Audits`` that opens cycles."""

    async def open_cycle(
        self, cycle: NewCycle, audits: Sequence[NewAudit], now: datetime
    ) -> int | None:
        """Write a cycle with its audits and seats in one go; gives the cycle's id.

        None, and nothing is written, where the programme has a cycle of that occasion.
        """
        occasion = cycle.occasion or cycle.opens_on.isoformat()
        row = {**asdict(cycle), "occasion": occasion}
        write = self._insert(cycles).values(**row).on_conflict_do_nothing()
        written = await self._one(write.returning(cycles.c.id))
        if written is None:
            return None
        cycle_id: int = written["id"]
        ids = await self._write_audits(cycle_id, audits)
        rows = [
            new_seat(ids[audit.case_ref], seat, now) for audit in audits for seat in audit.seats
        ]
        if rows:
            await self._connection.execute(insert(seats), rows)
        return cycle_id

    async def _write_audits(self, cycle_id: int, drawn: Sequence[NewAudit]) -> dict[str, int]:
        if not drawn:
            return {}
        rows = [
            {"cycle_id": cycle_id, "case_ref": new.case_ref, "state": AuditState.OPEN, "version": 1}
            for new in drawn
        ]
        await self._connection.execute(insert(audits), rows)
        written = select(audits.c.case_ref, audits.c.id).where(audits.c.cycle_id == cycle_id)
        return {row.case_ref: row.id for row in await self._connection.execute(written)}

    async def to_begin(self) -> list[Cycle]:
        """Cycles whose notices or allocation cards have not all gone out yet, oldest first."""
        return [Cycle(**row) for row in await self._all(_TO_BEGIN)]

    async def begin(
        self,
        cycle: Cycle,
        *,
        noticed_at: datetime | None,
        offered_at: datetime | None,
        noticed_to: int = 0,
        offered_to: int = 0,
    ) -> bool:
        """Note what has gone out, and up to which audits; False where another has just noted it."""
        as_read = [cycles.c[name].is_not_distinct_from(getattr(cycle, name)) for name in _BEGUN]
        write = update(cycles).where(cycles.c.id == cycle.id, *as_read)
        noted = write.values(
            noticed_at=noticed_at,
            offered_at=offered_at,
            noticed_to=max(noticed_to, cycle.noticed_to),
            offered_to=max(offered_to, cycle.offered_to),
        )
        return await self._count(noted) == 1

    async def some_of_cycle(
        self, cycle_id: int, *, after: int, most: int
    ) -> list[tuple[Audit, list[Seat]]]:
        """The next audits of a cycle after one of them, with their seats, in order of id."""
        rows = await self._all(_SOME, cycle_id=cycle_id, after=after, most=most)
        theirs = await self._all(_THEIR_SEATS, audit_ids=[row["id"] for row in rows])
        return paired(rows, theirs)

    async def offer_held(self, held: Sequence[Seat], now: datetime) -> list[Seat]:
        """Offer seats that were held until their day; those of them that still are, by id."""
        if not held:
            return []
        those = update(seats).where(
            seats.c.id.in_([seat.id for seat in held]), in_state(seats.c.state, SeatState.HELD)
        )
        now_offered = those.values(
            state=SeatState.OFFERED, since=now, version=seats.c.version + 1
        ).returning(*seats.columns)
        rows = await self._all(now_offered)
        return sorted((Seat(**row) for row in rows), key=lambda seat: seat.id)


def paired(
    of_audits: Iterable[RowMapping], of_seats: Iterable[RowMapping]
) -> list[tuple[Audit, list[Seat]]]:
    """Audits with their seats, in the order in which either came."""
    found: dict[int, tuple[Audit, list[Seat]]] = {
        row["id"]: (Audit(**row), []) for row in of_audits
    }
    for row in of_seats:
        found[row["audit_id"]][1].append(Seat(**row))
    return list(found.values())


def new_seat(audit_id: int, seat: NewSeat, since: datetime) -> dict[str, Any]:
    """The row of a seat that is new."""
    return {
        "audit_id": audit_id,
        "role": seat.role,
        "holder": seat.holder,
        "state": seat.state,  # whether it is held is said here
        "due_on": seat.due_on,
        "why": seat.why,
        "since": since,
        "version": 1,
        "panel": seat.panel,
    }
