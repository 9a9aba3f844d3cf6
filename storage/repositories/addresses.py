"""Where people can be reached."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, select, update

from domain.delivery.message import Address
from storage.repositories.base import Repository
from storage.tables import addresses, greetings

_ADDRESS = select(addresses).where(addresses.c.person_id == bindparam("person_id"))


class SqlAddresses(Repository):
    """Implements the port ``Addresses``."""

    async def remember(self, address: Address, now: datetime) -> None:
        """Keep what Teams just told, unless something newer is kept; clears a block."""
        row = {**asdict(address), "blocked": None, "changed_at": now}
        insert = self._insert(addresses).values(**row)
        await self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=["person_id"],
                set_={name: insert.excluded[name] for name in row if name != "person_id"},
                where=addresses.c.changed_at <= insert.excluded.changed_at,
            )
        )

    async def of(self, person_id: str) -> Address | None:
        """A person's chat with the bot."""
        row = await self._one(_ADDRESS, person_id=person_id)
        return _address(row) if row else None

    async def block(self, person_id: str, reason: str, now: datetime) -> None:
        """Keep that the person cannot be reached, and why."""
        known = update(addresses).where(addresses.c.person_id == person_id)
        await self._connection.execute(known.values(blocked=reason, changed_at=now))

    async def all(self) -> dict[str, Address]:
        """Everybody known, by person."""
        rows = await self._all(select(addresses).order_by(addresses.c.person_id))
        return {row["person_id"]: _address(row) for row in rows}

    async def greeted(self, aad_object_id: str, now: datetime) -> bool:
        """Note the welcome; True the first time only."""
        note = self._insert(greetings).values(aad_object_id=aad_object_id, greeted_at=now)
        return await self._count(note.on_conflict_do_nothing()) == 1


def _address(row: RowMapping) -> Address:
    columns: dict[str, Any] = dict(row)
    del columns["changed_at"]
    return Address(**columns)
