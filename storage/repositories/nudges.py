"""Which steps of which duties were told to whom."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date

from sqlalchemy import select, text

from domain.nudges.nudge import Nudge
from storage.repositories.base import Repository
from storage.tables import nudges
from storage.tables.nudges import PUT_OFF

_COLUMNS = tuple(nudges.c[field.name] for field in fields(Nudge))


class SqlNudges(Repository):
    """Implements the port ``Nudges``."""

    async def add(self, nudge: Nudge) -> bool:
        """Note a step; False where it was told to that person before."""
        new = self._insert(nudges).values(**asdict(nudge)).on_conflict_do_nothing()
        return await self._one(new.returning(nudges.c.duty_id)) is not None

    async def told(self, recipient: str, after: date, upto: date) -> list[Nudge]:
        """What a person is told after one day and up to another, by duty."""
        found = select(*_COLUMNS).filter_by(recipient=recipient)
        between = found.where(nudges.c.day > after, nudges.c.day <= upto)
        return [Nudge(**row) for row in await self._all(between.order_by(nudges.c.duty_id))]

    async def put_off_to(self, day: date) -> list[str]:
        """Everybody who is told something on a day that came too late for the day before."""
        found = select(nudges.c.recipient).filter_by(day=day).where(text(PUT_OFF)).distinct()
        return sorted(row["recipient"] for row in await self._all(found))
