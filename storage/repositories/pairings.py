"""Experienced auditors beside new ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import RowMapping, bindparam, delete, func, select, update

from domain.audits.audit import SeatState
from domain.talks.pairing import Pairing, Reading
from storage.cipher import Sealed
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import pairings, seats
from storage.tables.base import in_state

_COMPLETED = (
    select(seats.c.holder, func.count().label("audits"))
    .where(in_state(seats.c.state, SeatState.SUBMITTED), seats.c.holder.is_not(None))
    .group_by(seats.c.holder)
)
_OF_SEAT = select(pairings).where(pairings.c.seat_id == bindparam("seat_id"))


class SqlPairings(SealingRepository):
    """Implements the port ``Pairings``."""

    async def completed(self) -> Mapping[str, int]:
        """How many audits each person has submitted; who has none is not in it."""
        return {row["holder"]: row["audits"] for row in await self._all(_COMPLETED)}

    async def pair(self, seat_id: int, auditor: str, helper: str) -> Pairing:
        """Put a helper beside the holder of a seat; an earlier pair of that seat ends."""
        await self.part(seat_id)
        (made,) = await self.pair_all([(seat_id, auditor, helper)])
        return made

    async def pair_all(self, pairs: Sequence[tuple[int, str, str]]) -> list[Pairing]:
        """``pair`` for many seats without a pair: (seat, its holder, their helper)."""
        if not pairs:
            return []
        alike = {"version": 1, "reading": Reading.WAITING, "words": Sealed("")}
        rows = [{"seat_id": s, "auditor": a, "helper": h, **alike} for s, a, h in pairs]
        new = self._insert(pairings).returning(*pairings.columns)
        made = (await self._connection.execute(new, rows)).mappings().all()
        return sorted(map(self._pairing, made), key=lambda one: one.id)

    async def part(self, seat_id: int) -> None:
        """The seat has no pair any more."""
        await self._count(delete(pairings).where(pairings.c.seat_id == seat_id))

    async def get(self, pairing_id: int) -> Pairing | None:
        """One pair."""
        row = await self._one(select(pairings).filter_by(id=pairing_id))
        return self._pairing(row) if row else None

    @remembered
    async def of_seat(self, seat_id: int) -> Pairing | None:
        """A seat's pair."""
        row = await self._one(_OF_SEAT, seat_id=seat_id)
        return self._pairing(row) if row else None

    async def of_seats(self, seat_ids: Collection[int]) -> Mapping[int, Pairing]:
        """The pairs of many seats, by seat."""
        found = select(pairings).where(pairings.c.seat_id.in_(seat_ids))
        return {row["seat_id"]: self._pairing(row) for row in await self._all(found)}

    async def open(self) -> list[Pairing]:
        """Pairs whose work is not read yet, oldest first."""
        found = select(pairings).where(pairings.c.reading != Reading.FINE)
        return [self._pairing(row) for row in await self._all(found.order_by(pairings.c.id))]

    async def save(self, pairing: Pairing) -> Pairing:
        """Write a pair whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(pairing, version=pairing.version + 1)
        read = update(pairings).filter_by(id=pairing.id, version=pairing.version)
        await self._swap(
            read.values(
                version=saved.version,
                reading=saved.reading,
                words=self._cipher.seal(saved.words),
                read_at=saved.read_at,
            )
        )
        return saved

    def _pairing(self, row: RowMapping) -> Pairing:
        return Pairing(**{**row, "words": self._cipher.open(row["words"])})
