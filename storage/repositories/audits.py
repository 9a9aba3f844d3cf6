"""Cycles, audits and seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, or_, select, update

from domain.audits.audit import (
    Audit,
    AuditState,
    Cycle,
    NewAudit,
    NewCycle,
    NewSeat,
    Refusal,
    Seat,
    SeatState,
)
from storage.repositories.base import SealingRepository
from storage.tables import audits, cycles, seat_refusals, seats
from storage.tables.base import in_state

_LIVE = (SeatState.OFFERED, SeatState.ACCEPTED, SeatState.STARTED)
_CYCLE = select(cycles).where(cycles.c.id == bindparam("cycle_id"))
_AUDIT = select(audits).where(audits.c.id == bindparam("audit_id"))
_SEAT = select(seats).where(seats.c.id == bindparam("seat_id"))
_SEATS_OF = select(seats).where(seats.c.audit_id == bindparam("audit_id")).order_by(seats.c.id)
_LOADS = (
    select(seats.c.holder, func.count().label("held"))
    .where(in_state(seats.c.state, *_LIVE), seats.c.holder.is_not(None))
    .group_by(seats.c.holder)
)
_SEATS_LIVE = select(seats).where(in_state(seats.c.state, *_LIVE)).order_by(seats.c.id)


class SqlAudits(SealingRepository):
    """Implements the port ``Audits``."""

    async def open_cycle(
        self, cycle: NewCycle, audits: Sequence[NewAudit], now: datetime
    ) -> int | None:
        """Write a cycle with its audits and seats in one go; gives the cycle's id.

        None, and nothing is written, where the programme has a cycle of that day.
        """
        write = self._insert(cycles).values(**asdict(cycle)).on_conflict_do_nothing()
        row = await self._one(write.returning(cycles.c.id))
        if row is None:
            return None
        cycle_id: int = row["id"]
        ids = await self._write_audits(cycle_id, audits)
        rows = [
            _new_seat(ids[audit.case_ref], seat, now) for audit in audits for seat in audit.seats
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

    async def cycle(self, cycle_id: int) -> Cycle | None:
        """One cycle."""
        row = await self._one(_CYCLE, cycle_id=cycle_id)
        return Cycle(**row) if row else None

    async def cycles(self, programme: str) -> list[Cycle]:
        """Every cycle of a programme, newest first."""
        found = select(cycles).where(cycles.c.programme == programme)
        newest = found.order_by(cycles.c.opens_on.desc(), cycles.c.id.desc())
        return [Cycle(**row) for row in await self._all(newest)]

    async def of_cycle(self, cycle_id: int) -> list[tuple[Audit, list[Seat]]]:
        """All audits of a cycle with their seats, in order of id."""
        found = select(audits).where(audits.c.cycle_id == cycle_id).order_by(audits.c.id)
        by_audit: dict[int, tuple[Audit, list[Seat]]] = {
            row["id"]: (Audit(**row), []) for row in await self._all(found)
        }
        theirs = select(seats).join(audits).where(audits.c.cycle_id == cycle_id)
        for row in await self._all(theirs.order_by(seats.c.id)):
            by_audit[row["audit_id"]][1].append(Seat(**row))
        return list(by_audit.values())

    async def audited_since(self, day: date) -> set[str]:
        """References of the records in any cycle that opened on or after the day."""
        found = select(audits.c.case_ref).join(cycles).where(cycles.c.opens_on >= day)
        return set((await self._connection.execute(found)).scalars())

    async def ready(self, submitted_by: datetime) -> list[Audit]:
        """Open audits of which every seat was submitted at that moment or before."""
        own = seats.c.audit_id == audits.c.id
        not_in = or_(seats.c.state != SeatState.SUBMITTED, seats.c.since > submitted_by)
        found = select(audits).where(
            in_state(audits.c.state, AuditState.OPEN),
            select(seats.c.id).where(own).exists(),
            ~select(seats.c.id).where(own, not_in).exists(),
        )
        rows = await self._all(found.order_by(audits.c.id))
        return [Audit(**row) for row in rows]

    async def live_seats(self) -> list[Seat]:
        """Every seat that somebody still has something to do for."""
        return [Seat(**row) for row in await self._all(_SEATS_LIVE)]

    async def loads(self) -> dict[str, int]:
        """How many live seats each person holds; who holds none is not in it."""
        return {row["holder"]: row["held"] for row in await self._all(_LOADS)}

    async def get(self, audit_id: int) -> Audit | None:
        """One audit."""
        row = await self._one(_AUDIT, audit_id=audit_id)
        return Audit(**row) if row else None

    async def seats_of(self, audit_id: int) -> list[Seat]:
        """The seats of one audit, in the framework's order."""
        return [Seat(**row) for row in await self._all(_SEATS_OF, audit_id=audit_id)]

    async def seat(self, seat_id: int) -> Seat | None:
        """One seat."""
        row = await self._one(_SEAT, seat_id=seat_id)
        return Seat(**row) if row else None

    async def save_seat(self, seat: Seat) -> Seat:
        """Write a seat whose ``version`` is the one read; gives it back with the next version.

        Its role and its audit stay as they are. Raises MovedOnFault.
        """
        saved = replace(seat, version=seat.version + 1)
        read = update(seats).where(seats.c.id == seat.id, seats.c.version == seat.version)
        await self._swap(
            read.values(
                holder=saved.holder,
                state=saved.state,
                due_on=saved.due_on,
                why=saved.why,
                since=saved.since,
                version=saved.version,
            )
        )
        return saved

    async def set_state(self, audit: Audit, state: AuditState) -> Audit:
        """Move an audit on, if its version is still the one read; raises MovedOnFault."""
        moved = replace(audit, state=state, version=audit.version + 1)
        read = update(audits).where(audits.c.id == audit.id, audits.c.version == audit.version)
        await self._swap(read.values(state=state, version=moved.version))
        return moved

    async def refusals(self, seat_id: int) -> list[Refusal]:
        """Who gave the seat back, oldest first; they are not asked again."""
        kept = seat_refusals.c
        found = select(kept.person_id, kept.reason, kept.at, kept.note)
        rows = await self._all(found.where(kept.seat_id == seat_id).order_by(kept.at, kept.id))
        return [Refusal(**{**row, "note": self._cipher.open(row["note"])}) for row in rows]

    async def add_refusal(self, seat_id: int, refusal: Refusal) -> None:
        """Keep that somebody gave the seat back; the note is encrypted at rest."""
        row = insert(seat_refusals).values(
            **{**asdict(refusal), "seat_id": seat_id, "note": self._cipher.seal(refusal.note)}
        )
        await self._connection.execute(row)


def _new_seat(audit_id: int, seat: NewSeat, since: datetime) -> dict[str, Any]:
    state = SeatState.OFFERED if seat.holder else SeatState.VACANT
    return {"audit_id": audit_id, "state": state, "since": since, "version": 1, **asdict(seat)}
