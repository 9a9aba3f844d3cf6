"""Files that were offered in a chat; where one was put is sealed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from sqlalchemy import RowMapping, delete, insert, select, update

from domain.files.offer import FileOffer, NewOffer, OfferState, Place
from storage.cipher import Sealed
from storage.repositories.base import SealingRepository
from storage.tables import file_offers


class SqlFileOffers(SealingRepository):
    """Implements the port ``FileOffers``."""

    async def add(self, new: NewOffer, now: datetime) -> FileOffer:
        """Write down that somebody is asked."""
        row = insert(file_offers).values(
            person_id=new.person_id,
            kind=new.kind,
            about=new.about,
            state=OfferState.ASKED,
            asked_at=now,
            place="",
            version=1,
        )
        (made,) = await self._all(row.returning(*file_offers.columns))
        return self._offer(made)

    async def get(self, number: int) -> FileOffer | None:
        """An offer that is still kept."""
        row = await self._one(select(file_offers).where(file_offers.c.id == number))
        return self._offer(row) if row else None

    async def save(self, offer: FileOffer) -> FileOffer:
        """Write what became of it; gives it back with the next version."""
        later = replace(offer, version=offer.version + 1)
        as_read = update(file_offers).where(
            file_offers.c.id == offer.id, file_offers.c.version == offer.version
        )
        changed = as_read.values(
            state=later.state,
            taken_at=later.taken_at,
            place=self._sealed(later.place),
            version=later.version,
        )
        await self._swap(changed)
        return later

    async def forget_before(self, moment: datetime) -> int:
        """Delete old offers; gives how many."""
        return await self._count(delete(file_offers).where(file_offers.c.asked_at < moment))

    def _sealed(self, place: Place | None) -> Sealed | str:
        return self._cipher.seal(json.dumps([place.url, place.unique_id])) if place else ""

    def _offer(self, row: RowMapping) -> FileOffer:
        sealed = row["place"]
        place = Place(*json.loads(self._cipher.open(sealed))) if sealed else None
        return FileOffer(**{**row, "place": place})
