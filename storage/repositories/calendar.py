"""What came round in the calendar."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, select, update

from domain.calendar.occurrence import NewOccurrence, Occurrence, OccurrenceState
from storage.cipher import Sealed
from storage.repositories.base import SealingRepository
from storage.tables.base import in_state
from storage.tables.calendar import last_looks, occurrences

_ROW = occurrences.c
_CALENDAR = "calendar"
_FIXED = frozenset({"id", "entry", "period", "slot", "started_by", "about", "opened_at"})


class SqlCalendar(SealingRepository):
    """Implements the port ``Calendar``."""

    async def open(self, new: NewOccurrence, now: datetime) -> Occurrence | None:
        """Write one; None where the entry, the period and the slot have theirs already."""
        empty = {"notes": Sealed(""), "evidence": Sealed(""), "reason": Sealed("")}
        begun = {"about": self._cipher.seal(new.about), "opened_at": now, "version": 1}
        written = self._insert(occurrences).values(
            **(asdict(new) | begun), **empty, state=OccurrenceState.OPEN
        )
        number = await self._one(written.on_conflict_do_nothing().returning(_ROW.id))
        return await self.get(number["id"]) if number else None

    async def get(self, occurrence_id: int) -> Occurrence | None:
        """One occurrence."""
        found = await self._found(_ROW.id == occurrence_id)
        return found[0] if found else None

    async def save(self, occurrence: Occurrence) -> Occurrence:
        """Write it, if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(occurrence, version=occurrence.version + 1)
        values = {key: value for key, value in asdict(saved).items() if key not in _FIXED}
        read = update(occurrences).filter_by(id=occurrence.id, version=occurrence.version)
        await self._swap(read.values(**(values | self._sealed(saved))))
        return saved

    async def known(self, since: date) -> set[tuple[str, date, str]]:
        """Entry, period and slot of all with a period that begins on the day or later."""
        written = select(_ROW.entry, _ROW.period, _ROW.slot).where(_ROW.period >= since)
        rows = await self._all(written)
        return {(row["entry"], row["period"], row["slot"]) for row in rows}

    async def unheld(self) -> list[Occurrence]:
        """Open ones that nobody held when they were opened, by number."""
        open_still = in_state(_ROW.state, OccurrenceState.OPEN)
        return sorted(await self._found(_ROW.unheld, open_still), key=lambda one: one.id)

    async def ever_unheld(self) -> set[str]:
        """The entries of which it was told that nobody holds them."""
        rows = await self._all(select(_ROW.entry).where(_ROW.unheld).distinct())
        return {row["entry"] for row in rows}

    async def given_by(self, person_id: str) -> list[Occurrence]:
        """Reports that somebody gave and nobody has passed or returned yet, soonest due first."""
        return await self._found(
            in_state(_ROW.state, OccurrenceState.PASSING), _ROW.done_by == person_id
        )

    async def last_look(self) -> date | None:
        """The day on which all that was to be told of by then was told; None before the first."""
        row = await self._one(select(last_looks.c.day).filter_by(what=_CALENDAR))
        return row["day"] if row else None

    async def looked(self, day: date) -> None:
        """Keep that everything was gone through on that day."""
        now = self._insert(last_looks).values(what=_CALENDAR, day=day)
        await self._count(now.on_conflict_do_update(index_elements=["what"], set_={"day": day}))

    async def between(self, first: date, last: date) -> list[Occurrence]:
        """Those due between the two days, both included, soonest first."""
        return await self._found(_ROW.due_on >= first, _ROW.due_on <= last)

    async def _found(self, *which: ColumnElement[bool]) -> list[Occurrence]:
        order = select(occurrences).where(*which).order_by(_ROW.due_on, _ROW.id)
        return [self._read(row) for row in await self._all(order)]

    def _read(self, row: RowMapping) -> Occurrence:
        notes = self._cipher.open(row["notes"])
        opened = {
            "notes": json.loads(notes) if notes else {},
            "about": self._cipher.open(row["about"]),
            "evidence": self._cipher.open(row["evidence"]),
            "reason": self._cipher.open(row["reason"]),
        }
        return Occurrence(**{**row, **opened})

    def _sealed(self, occurrence: Occurrence) -> dict[str, Any]:
        notes = json.dumps(dict(occurrence.notes)) if occurrence.notes else ""
        return {
            "notes": self._cipher.seal(notes),
            "evidence": self._cipher.seal(occurrence.evidence),
            "reason": self._cipher.seal(occurrence.reason),
        }
