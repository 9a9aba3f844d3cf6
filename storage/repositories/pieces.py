"""Pieces of learning, and the audits that count beside them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import date

from sqlalchemy import RowMapping, insert, select

from domain.audits.audit import SeatState
from domain.calendar.working_days import end_of_day, local_day
from domain.quotas.piece import DoneAudit, Piece
from storage.repositories.base import SealingRepository
from storage.tables import audits, cycles, pieces, seats

_SEALED = ("form", "findings")


class SqlPieces(SealingRepository):
    """Implements the port ``Pieces``."""

    async def add(self, piece: Piece) -> int:
        """Keep it; gives its number. What people wrote is sealed."""
        row = {key: value for key, value in asdict(piece).items() if key != "id"}
        row |= {key: self._cipher.seal(row[key]) for key in _SEALED}
        done = await self._connection.execute(insert(pieces).values(**row).returning(pieces.c.id))
        number: int = done.scalar_one()
        return number

    async def get(self, piece_id: int) -> Piece | None:
        """One piece."""
        row = await self._one(select(pieces).where(pieces.c.id == piece_id))
        return self._piece(row) if row else None

    async def of(self, people: Collection[str], first_day: date, last_day: date) -> list[Piece]:
        """What these people did between the two days, both included, oldest first."""
        mine = select(pieces).where(
            pieces.c.person_id.in_(people), pieces.c.done_on.between(first_day, last_day)
        )
        rows = await self._all(mine.order_by(pieces.c.done_on, pieces.c.id))
        return [self._piece(row) for row in rows]

    def _piece(self, row: RowMapping) -> Piece:
        return Piece(**{**row, **{key: self._cipher.open(row[key]) for key in _SEALED}})

    async def audited(
        self, people: Collection[str], first_day: date, last_day: date
    ) -> list[DoneAudit]:
        """The first auditors' parts that they handed in between the two days."""
        began = end_of_day(first_day.fromordinal(first_day.toordinal() - 1))
        found = (
            select(seats.c.holder, seats.c.since, cycles.c.programme, audits.c.cycle_id)
            .join(audits, audits.c.id == seats.c.audit_id)
            .join(cycles, cycles.c.id == audits.c.cycle_id)
            .where(
                seats.c.holder.in_(people),
                seats.c.state == SeatState.SUBMITTED,
                ~seats.c.panel,
                seats.c.since > began,
                seats.c.since <= end_of_day(last_day),
            )
        )
        return [
            DoneAudit(
                person_id=row["holder"],
                programme=row["programme"],
                cycle_id=row["cycle_id"],
                done_on=local_day(row["since"]),
            )
            for row in await self._all(found.order_by(seats.c.since, seats.c.id))
        ]
