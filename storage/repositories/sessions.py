"""The monthly sessions and who was asked to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy import RowMapping, select, update

from domain.calendar.working_days import add_months
from domain.talks.session import Coming, Place, Session
from storage.cipher import Sealed
from storage.repositories.base import SealingRepository
from storage.tables import audits, cycles, session_places, sessions


class SqlSessions(SealingRepository):
    """Implements the port ``Sessions``."""

    async def known(self, activity: str, month: date) -> bool:
        """Whether that month has a session."""
        found = select(sessions.c.id).filter_by(activity=activity, month=month)
        return await self._one(found) is not None

    async def open(self, activity: str, month: date) -> Session | None:
        """A new session; None where that month has one."""
        new = self._insert(sessions).values(activity=activity, month=month, version=1)
        row = await self._one(new.on_conflict_do_nothing().returning(*sessions.columns))
        return Session(**row) if row else None

    async def get(self, session_id: int) -> Session | None:
        """One session."""
        row = await self._one(select(sessions).filter_by(id=session_id))
        return Session(**row) if row else None

    async def save(self, session: Session) -> Session:
        """Write a session whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(session, version=session.version + 1)
        read = update(sessions).filter_by(id=session.id, version=session.version)
        await self._swap(read.values(version=saved.version, starts_at=saved.starts_at))
        return saved

    async def invite(self, session_id: int, people: Collection[str]) -> list[Place]:
        """Give everybody a place who has none; gives all places."""
        for person_id in people:
            new = self._insert(session_places).values(
                session_id=session_id,
                person_id=person_id,
                version=1,
                coming=Coming.WAITING,
                idea=Sealed(""),
            )
            await self._count(new.on_conflict_do_nothing())
        return await self.places(session_id)

    async def place(self, place_id: int) -> Place | None:
        """One place."""
        row = await self._one(select(session_places).filter_by(id=place_id))
        return self._place(row) if row else None

    async def places(self, session_id: int) -> list[Place]:
        """All places of a session, in the order in which they were noted."""
        found = select(session_places).filter_by(session_id=session_id)
        rows = await self._all(found.order_by(session_places.c.id))
        return [self._place(row) for row in rows]

    async def save_place(self, place: Place) -> Place:
        """Write a place whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(place, version=place.version + 1)
        read = update(session_places).filter_by(id=place.id, version=place.version)
        await self._swap(
            read.values(
                version=saved.version, coming=saved.coming, idea=self._cipher.seal(saved.idea)
            )
        )
        return saved

    async def audits_of_month(self, month: date) -> list[int]:
        """The audits of cycles that opened in that month, by id."""
        found = (
            select(audits.c.id)
            .join(cycles, cycles.c.id == audits.c.cycle_id)
            .where(cycles.c.opens_on >= month, cycles.c.opens_on < add_months(month, 1))
        )
        return [row["id"] for row in await self._all(found.order_by(audits.c.id))]

    def _place(self, row: RowMapping) -> Place:
        return Place(**{**row, "idea": self._cipher.open(row["idea"])})
