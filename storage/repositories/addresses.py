"""Where people can be reached."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delivery.message import Address
from storage.known import Known
from storage.repositories.base import Repository
from storage.tables import addresses, greetings

_NAMES: Final = tuple(each.name for each in fields(Address))
ADDRESS: Final = tuple(addresses.c[name] for name in _NAMES)
"""The columns of an address, as ``address_of`` reads them."""

_ADDRESS = select(*ADDRESS).where(addresses.c.person_id == bindparam("person_id"))
_ADDRESSES = select(*ADDRESS).where(addresses.c.person_id.in_(bindparam("people", expanding=True)))
_ALL = select(*ADDRESS).order_by(addresses.c.person_id)


class SqlAddresses(Repository):
    """Implements the port ``Addresses``."""

    def __init__(self, connection: AsyncConnection, known: Known) -> None:
        super().__init__(connection)
        self._known = known

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
        return await self._known.read(("address", person_id), lambda: self._of(person_id))

    async def _of(self, person_id: str) -> Address | None:
        row = (await self._connection.execute(_ADDRESS, {"person_id": person_id})).one_or_none()
        return address_of(row) if row else None

    async def of_all(self, people: Collection[str]) -> dict[str, Address]:
        """The chats of several people, by person; without those who have none."""
        if not people:
            return {}
        rows = await self._connection.execute(_ADDRESSES, {"people": sorted(people)})
        found = [address_of(row) for row in rows]
        return {address.person_id: address for address in found if address}

    async def block(self, person_id: str, reason: str, now: datetime) -> None:
        """Keep that the person cannot be reached, and why."""
        known = update(addresses).where(addresses.c.person_id == person_id)
        await self._connection.execute(known.values(blocked=reason, changed_at=now))

    async def all(self) -> dict[str, Address]:
        """Everybody known, by person."""
        found = [address_of(row) for row in await self._connection.execute(_ALL)]
        return {address.person_id: address for address in found if address}

    async def greeted(self, aad_object_id: str, now: datetime) -> bool:
        """Note the welcome; True the first time only."""
        note = self._insert(greetings).values(aad_object_id=aad_object_id, greeted_at=now)
        return await self._count(note.on_conflict_do_nothing()) == 1


def address_of(values: Sequence[Any]) -> Address | None:
    """The address in the columns of ``ADDRESS``; None where an outer join found none."""
    columns = dict(zip(_NAMES, values, strict=True))
    return Address(**columns) if columns["person_id"] is not None else None
