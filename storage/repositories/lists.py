"""Lists that coordinators dropped into their chat; the bytes are sealed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select

from domain.lists.dropped import DroppedList, NewDroppedList
from storage.repositories.base import SealingRepository
from storage.tables import dropped_files

# one character for each byte: any file becomes a text that can be sealed, and comes back the same
BYTES = "latin-1"


class SqlDroppedLists(SealingRepository):
    """Implements the port ``DroppedLists``."""

    async def add(self, new: NewDroppedList, now: datetime) -> int:
        """Keep a list; gives its number."""
        row = insert(dropped_files).values(
            person_id=new.person_id,
            kind=new.kind,
            data=self._cipher.seal(new.data.decode(BYTES)),
            digest=new.digest,
            at=now,
        )
        made = await self._connection.execute(row.returning(dropped_files.c.id))
        return int(made.scalar_one())

    async def get(self, number: int) -> DroppedList | None:
        """A list that is still kept."""
        row = await self._one(select(dropped_files).where(dropped_files.c.id == number))
        if row is None:
            return None
        return DroppedList(**{**row, "data": self._cipher.open(row["data"]).encode(BYTES)})

    async def forget(self, number: int) -> bool:
        """Delete a list; False where it is gone already."""
        return await self._count(delete(dropped_files).where(dropped_files.c.id == number)) == 1

    async def forget_before(self, moment: datetime) -> int:
        """Delete old lists; gives how many."""
        return await self._count(delete(dropped_files).where(dropped_files.c.at < moment))
