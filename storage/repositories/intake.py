"""Complaints, compliments and what else comes in."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, insert, select, update

from domain.intake.intake import Intake, IntakeState
from storage.repositories.base import SealingRepository
from storage.tables import intake
from storage.tables.base import in_state

_ROW = intake.c
_SEALED = ("reference", "lesson")
_NOTED = in_state(_ROW.state, IntakeState.OPEN, IntakeState.CLOSED)


class SqlIntakes(SealingRepository):
    """Implements the port ``Intakes``."""

    async def begin(self, new: Intake) -> Intake:
        """Write a draft under a new id."""
        written = insert(intake).values(**self._values(new)).returning(_ROW.id)
        number: int = (await self._connection.execute(written)).scalar_one()
        return replace(new, id=number)

    async def get(self, number: int) -> Intake | None:
        """One of them."""
        found = await self._found(_ROW.id == number)
        return found[0] if found else None

    async def save(self, one: Intake) -> Intake:
        """Write it, if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(one, version=one.version + 1)
        read = update(intake).filter_by(id=one.id, version=one.version)
        await self._swap(read.values(**self._values(saved)))
        return saved

    async def received(self, first_day: date, last_day: date) -> list[Intake]:
        """What was noted with a day between the two, both included, oldest first."""
        return await self._found(_NOTED & _ROW.received_on.between(first_day, last_day))

    async def of_person(self, person_id: str) -> list[Intake]:
        """What somebody noted, newest first."""
        return (await self._found(_NOTED & (_ROW.noted_by == person_id)))[::-1]

    async def _found(self, which: ColumnElement[bool]) -> list[Intake]:
        rows = await self._all(select(intake).where(which).order_by(_ROW.received_on, _ROW.id))
        return [self._read(row) for row in rows]

    def _read(self, row: RowMapping) -> Intake:
        return Intake(**{**row, **{key: self._cipher.open(row[key]) for key in _SEALED}})

    def _values(self, one: Intake) -> dict[str, Any]:
        row = {key: value for key, value in asdict(one).items() if key != "id"}
        return row | {key: self._cipher.seal(row[key]) for key in _SEALED}
