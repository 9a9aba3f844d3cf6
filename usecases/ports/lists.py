"""Lists that coordinators dropped into their chat."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.lists.dropped import DroppedList, NewDroppedList


class DroppedLists(Protocol):
    """Kept until they are applied, forgotten or a day old. The bytes are encrypted at rest."""

    async def add(self, new: NewDroppedList, now: datetime) -> int:
        """Keep a list; gives its number."""

    async def get(self, number: int) -> DroppedList | None:
        """A list that is still kept."""

    async def forget(self, number: int) -> bool:
        """Delete a list; False where it is gone already."""

    async def forget_before(self, moment: datetime) -> int:
        """Delete old lists; gives how many."""
