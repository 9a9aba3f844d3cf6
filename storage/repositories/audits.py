"""Cycles, audits and seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

from sqlalchemy import bindparam, func, insert, or_, select, update

from domain.audits.audit import (
    Audit,
    AuditState,
    Cycle,
    NewSeat,
    Refusal,
    Seat,
    SeatState,
)
from domain.audits.rota import Held
from storage.known import remembered
from storage.repositories.opening import SqlOpening, new_seat, paired
from storage.tables import audits, cycles, seat_refusals, seats
from storage.tables.base import in_state

_LIVE = (SeatState.OFFERED, SeatState.ACCEPTED, SeatState.STARTED)
_LOADS = (
    select(seats.c.holder, func.count().label("held"))
    .where(in_state(seats.c.state, *_LIVE), seats.c.holder.is_not(None))
    .group_by(seats.c.holder)
)
_ROLES_HELD = (
    select(
        seats.c.holder.label("person_id"),
        seats.c.role,
        cycles.c.opens_on,
        func.count().label("times"),
    )
    .select_from(seats.join(audits).join(cycles))
    .where(
        cycles.c.programme == bindparam("programme"),
        cycles.c.opens_on >= bindparam("since"),
        cycles.c.opens_on < bindparam("before"),
        audits.c.state != AuditState.CANCELLED,
        seats.c.holder.is_not(None),
    )
    .group_by(seats.c.holder, seats.c.role, cycles.c.opens_on)
    .order_by(cycles.c.opens_on, seats.c.holder, seats.c.role)
)
_REFUSALS = (
    select(
        seat_refusals.c.person_id, seat_refusals.c.reason, seat_refusals.c.at, seat_refusals.c.note
    )
    .where(seat_refusals.c.seat_id == bindparam("seat_id"))
    .order_by(seat_refusals.c.at, seat_refusals.c.id)
)
_MOVABLE = ("holder", "state", "due_on", "why", "since", "version")
_SAVE_SEAT = (
    update(seats)
    .where(seats.c.id == bindparam("seat_id"), seats.c.version == bindparam("read"))
    .values({name: bindparam(f"new_{name}", type_=seats.c[name].type) for name in _MOVABLE})
)
_SEATS_HELD = select(seats).where(in_state(seats.c.state, SeatState.HELD)).order_by(seats.c.id)
_SEATS_LIVE = select(seats).where(in_state(seats.c.state, *_LIVE)).order_by(seats.c.id)


class SqlAudits(SqlOpening):
    """Implements the port ``Audits``."""

    async def cycles(self, programme: str) -> list[Cycle]:
        """Every cycle of a programme, newest first."""
        found = select(cycles).where(cycles.c.programme == programme)
        newest = found.order_by(cycles.c.opens_on.desc(), cycles.c.id.desc())
        return [Cycle(**row) for row in await self._all(newest)]

    async def of_cycle(self, cycle_id: int) -> list[tuple[Audit, list[Seat]]]:
        """All audits of a cycle with their seats, in order of id."""
        found = select(audits).where(audits.c.cycle_id == cycle_id).order_by(audits.c.id)
        theirs = select(seats).join(audits).where(audits.c.cycle_id == cycle_id)
        return paired(await self._all(found), await self._all(theirs.order_by(seats.c.id)))

    async def audited_since(self, day: date) -> set[str]:
        """References of the records in any cycle that opened on or after the day."""
        found = select(audits.c.case_ref).join(cycles).where(cycles.c.opens_on >= day)
        return set((await self._connection.execute(found)).scalars())

    async def ready(self, submitted_by: datetime) -> list[Audit]:
        """Open audits of which every first seat was submitted at that moment or before."""
        own = (seats.c.audit_id == audits.c.id) & ~seats.c.panel
        not_in = or_(seats.c.state != SeatState.SUBMITTED, seats.c.since > submitted_by)
        found = select(audits).where(
            in_state(audits.c.state, AuditState.OPEN),
            select(seats.c.id).where(own).exists(),
            ~select(seats.c.id).where(own, not_in).exists(),
        )
        rows = await self._all(found.order_by(audits.c.id))
        return [Audit(**row) for row in rows]

    async def roles_held(self, programme: str, since: date, before: date) -> list[Held]:
        """Who held which seats in the programme's cycles from one printed day to before another.

        Seats of cancelled audits are left out.
        """
        rows = await self._all(_ROLES_HELD, programme=programme, since=since, before=before)
        return [Held(**row) for row in rows]

    async def add_seats(self, audit_id: int, new: Sequence[NewSeat], now: datetime) -> list[Seat]:
        """Add seats to an audit that runs; gives them in the same order."""
        rows = [
            await self._one(
                insert(seats).values(**new_seat(audit_id, seat, now)).returning(*seats.columns)
            )
            for seat in new
        ]
        return [Seat(**row) for row in rows if row]

    async def held_seats(self) -> list[Seat]:
        """Every seat whose card is kept back until its day."""
        return [Seat(**row) for row in await self._all(_SEATS_HELD)]

    async def live_seats(self) -> list[Seat]:
        """Every seat that somebody still has something to do for."""
        return [Seat(**row) for row in await self._all(_SEATS_LIVE)]

    @remembered
    async def loads(self) -> dict[str, int]:
        """How many live seats each person holds; who holds none is not in it."""
        return {row["holder"]: row["held"] for row in await self._all(_LOADS)}

    async def save_seat(self, seat: Seat) -> Seat:
        """Write a seat whose ``version`` is the one read; gives it back with the next version.

        Its role and its audit stay as they are. Raises MovedOnFault.
        """
        saved = replace(seat, version=seat.version + 1)
        columns = {f"new_{name}": getattr(saved, name) for name in _MOVABLE}
        await self._swap(_SAVE_SEAT, seat_id=seat.id, read=seat.version, **columns)
        return saved

    async def set_state(self, audit: Audit, state: AuditState) -> Audit:
        """Move an audit on, if its version is still the one read; raises MovedOnFault."""
        moved = replace(audit, state=state, version=audit.version + 1)
        read = update(audits).where(audits.c.id == audit.id, audits.c.version == audit.version)
        await self._swap(read.values(state=state, version=moved.version))
        return moved

    async def refusals(self, seat_id: int) -> list[Refusal]:
        """Who gave the seat back, oldest first; they are not asked again."""
        rows = await self._all(_REFUSALS, seat_id=seat_id)
        return [Refusal(**{**row, "note": self._cipher.open(row["note"])}) for row in rows]

    async def add_refusal(self, seat_id: int, refusal: Refusal) -> None:
        """Keep that somebody gave the seat back; the note is encrypted at rest."""
        row = insert(seat_refusals).values(
            **{**asdict(refusal), "seat_id": seat_id, "note": self._cipher.seal(refusal.note)}
        )
        await self._connection.execute(row)
