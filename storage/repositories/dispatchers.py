"""Which dispatchers are at work, so that together they keep to one budget."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from storage.repositories.base import Repository
from storage.tables import dispatchers


class SqlDispatchers(Repository):
    """The part of the port ``Outbox`` about those who work it off."""

    async def at_work(self, name: str, *, now: datetime, within: timedelta) -> int:
        """Note that a dispatcher is at work; gives how many were within that time, itself too."""
        since = now - within
        await self._connection.execute(delete(dispatchers).where(dispatchers.c.seen_at < since))
        seen = self._insert(dispatchers).values(name=name, seen_at=now)
        await self._connection.execute(
            seen.on_conflict_do_update(index_elements=["name"], set_={"seen_at": now})
        )
        row = await self._one(select(func.count().label("dispatchers")).select_from(dispatchers))
        return int(row["dispatchers"]) if row else 1

    async def off_work(self, name: str) -> None:
        """It stopped: the others may have its share."""
        await self._connection.execute(delete(dispatchers).where(dispatchers.c.name == name))
