"""Repository of files that were offered in a chat."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.files.offer import FileOffer, NewOffer


class FileOffers(Protocol):
    """Kept for a week. ``save`` raises MovedOnFault where the version has moved."""

    async def add(self, new: NewOffer, now: datetime) -> FileOffer:
        """Write down that somebody is asked."""

    async def get(self, number: int) -> FileOffer | None:
        """An offer that is still kept."""

    async def save(self, offer: FileOffer) -> FileOffer:
        """Write what became of it; gives it back with the next version."""

    async def forget_before(self, moment: datetime) -> int:
        """Delete old offers; gives how many."""
