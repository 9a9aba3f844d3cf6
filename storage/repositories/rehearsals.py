"""What people asked to have tried out, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import RowMapping, delete, select, update

from domain.sending import Rehearsal
from storage.repositories.base import SealingRepository
from storage.tables import rehearsals

_ROW = rehearsals.c


class SqlRehearsals(SealingRepository):
    """Implements the port ``Rehearsals``."""

    async def ask(self, asked_by: str, first: date, last: date, now: datetime) -> Rehearsal:
        """Keep that somebody wants to know; who waits for the same days already is not twice."""
        same = select(rehearsals).filter_by(asked_by=asked_by, first_day=first, last_day=last)
        waiting = await self._all(same.where(_ROW.done_at.is_(None)).limit(1))
        if waiting:
            return await self._the(waiting[0]["id"])
        new = self._insert(rehearsals).values(
            asked_by=asked_by,
            first_day=first,
            last_day=last,
            asked_at=now,
            found=self._cipher.seal(""),
        )
        (row,) = await self._all(new.returning(_ROW.id))
        return await self._the(row["id"])

    async def get(self, number: int) -> Rehearsal | None:
        """One, while it is kept."""
        row = await self._one(select(rehearsals).filter_by(id=number))
        return self._read(row) if row else None

    async def waiting(self, since: datetime) -> Rehearsal | None:
        """The oldest that nobody has tried out yet and that was asked for since then."""
        waits = select(_ROW.id).where(_ROW.done_at.is_(None), _ROW.asked_at >= since)
        rows = await self._all(waits.order_by(_ROW.id).limit(1))
        return await self.get(rows[0]["id"]) if rows else None

    async def done(self, number: int, found: Sequence[str], now: datetime) -> bool:
        """Keep what came of it; False where another replica has just done so."""
        waits = update(rehearsals).where(_ROW.id == number, _ROW.done_at.is_(None))
        sealed = self._cipher.seal(json.dumps(list(found)))
        return await self._count(waits.values(found=sealed, done_at=now)) == 1

    async def forget_before(self, moment: datetime) -> int:
        """Delete old ones; gives how many."""
        return await self._count(delete(rehearsals).where(_ROW.asked_at < moment))

    async def _the(self, number: int) -> Rehearsal:
        (row,) = await self._all(select(rehearsals).filter_by(id=number))
        return self._read(row)

    def _read(self, row: RowMapping) -> Rehearsal:
        found = self._cipher.open(row["found"])
        return Rehearsal(**{**row, "found": tuple(json.loads(found)) if found else ()})
