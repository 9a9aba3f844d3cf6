"""Which steps of which duties were told to whom."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date

from sqlalchemy import select

from domain.nudges.nudge import Nudge
from storage.repositories.base import Repository
from storage.tables import nudges

_COLUMNS = tuple(nudges.c[field.name] for field in fields(Nudge))


class SqlNudges(Repository):
    """Implements the port ``Nudges``."""

    async def add(self, nudge: Nudge) -> bool:
        """Note a step; False where it was told to that person before."""
        new = self._insert(nudges).values(**asdict(nudge)).on_conflict_do_nothing()
        return await self._one(new.returning(nudges.c.duty_id)) is not None

    async def of_day(self, recipient: str, day: date) -> list[Nudge]:
        """What a person is told on a day, by duty."""
        found = select(*_COLUMNS).filter_by(recipient=recipient, day=day)
        return [Nudge(**row) for row in await self._all(found.order_by(nudges.c.duty_id))]
