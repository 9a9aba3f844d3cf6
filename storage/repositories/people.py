"""The staff list, with absences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from sqlalchemy import RowMapping, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people.person import Absence, Person
from storage.directory import Directory
from storage.known import Known
from storage.repositories.addresses import ADDRESS, address_of
from storage.repositories.base import Repository
from storage.repositories.turns import FORM, focus_of
from storage.tables import absences, addresses, directory, focuses, people

_EVERYBODY: Final = (
    select(people, absences.c.first_day, absences.c.last_day, absences.c.cover)
    .select_from(people.outerjoin(absences))
    .order_by(people.c.id, absences.c.first_day, absences.c.id)
)
_STAMP: Final = select(directory.c.stamp).where(directory.c.id == 1)
_WHO: Final = (
    select(directory.c.stamp, people.c.id, *ADDRESS, *FORM)
    .select_from(
        directory.outerjoin(people, people.c.aad_object_id == bindparam("account"))
        .outerjoin(addresses, addresses.c.person_id == people.c.id)
        .outerjoin(focuses, focuses.c.person_id == people.c.id)
    )
    .where(directory.c.id == 1)
)
"""Whoever signs in, with what every turn of theirs asks next: their address, their open form."""


class SqlPeople(Repository):
    """Implements the port ``People``, out of the process's directory while that holds."""

    def __init__(self, connection: AsyncConnection, known: Known, kept: Directory) -> None:
        super().__init__(connection)
        self._known = known
        self._directory = kept

    async def get(self, person_id: str) -> Person | None:
        """One person, here or gone."""
        return (await self._everybody()).get(person_id)

    async def by_aad_object_id(self, aad_object_id: str) -> Person | None:
        """The person who signs in to Teams under that id."""
        key = ("account", aad_object_id)
        person_id = await self._known.read_staff(key, lambda: self._who(aad_object_id))
        return None if person_id is None else (await self._everybody()).get(person_id)

    async def all(self) -> dict[str, Person]:
        """Everybody, here or gone, by id."""
        return dict(await self._everybody())

    async def put(self, people: Iterable[Person]) -> None:
        """Write people as they are given, new or known; absences stay as they are."""
        await self._put_rows([_columns(person) for person in people])

    async def _put_rows(self, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        # two people may have swapped their sign-ins: free them before they are given anew
        free = update(people).where(people.c.id.in_([row["id"] for row in rows]))
        await self._connection.execute(free.values(aad_object_id=None))
        insert = self._insert(people)
        changed = {name: insert.excluded[name] for name in rows[0] if name != "id"}
        await self._connection.execute(
            insert.on_conflict_do_update(index_elements=["id"], set_=changed), rows
        )

    async def put_absence(self, person_id: str, absence: Absence) -> None:
        """Add days away; the same days again change the cover."""
        insert = self._insert(absences).values(
            person_id=person_id,
            first_day=absence.first_day,
            last_day=absence.last_day,
            cover=absence.cover,
        )
        await self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=["person_id", "first_day", "last_day"],
                set_={"cover": insert.excluded.cover},
            )
        )

    async def drop_absence(self, person_id: str, first_day: date, last_day: date) -> None:
        """Take days away back."""
        gone = delete(absences).filter_by(
            person_id=person_id, first_day=first_day, last_day=last_day
        )
        await self._connection.execute(gone)

    async def _who(self, account: str) -> str | None:
        """The id of whoever signs in so, and the stamp; keeps what came along with them."""
        row: Sequence[Any] = (await self._connection.execute(_WHO, {"account": account})).one()
        (stamp, person_id), rest = row[:2], row[2:]
        self._known.keep_staff("stamp", stamp)
        if person_id is None:
            return None
        address, form = rest[: len(ADDRESS)], rest[len(ADDRESS) :]
        self._known.keep(("address", person_id), address_of(address))
        self._known.keep(("focus", person_id), focus_of(form))
        return str(person_id)

    async def _everybody(self) -> Mapping[str, Person]:
        """The stamp first, and then those under it: they may be newer than it, never older."""
        return await self._known.read_staff("everybody", self._read_everybody)

    async def _read_everybody(self) -> Mapping[str, Person]:
        stamp = await self._known.read_staff("stamp", self._read_stamp)
        kept = self._directory.at(stamp)
        if kept is not None:
            return kept
        grouped = groupby(await self._all(_EVERYBODY), key=lambda row: str(row["id"]))
        found = {person_id: _person(list(of_one)) for person_id, of_one in grouped}
        self._directory.keep(stamp, found)
        return found

    async def _read_stamp(self) -> str:
        return str((await self._connection.execute(_STAMP)).scalar_one())


def _columns(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "aad_object_id": person.aad_object_id,
        "roles": sorted(person.roles),
        "team": person.team,
        "service": person.service,
        "line_manager": person.line_manager,
        "working_days": sorted(person.working_days),
        "left_on": person.left_on,
    }


def _person(rows: Sequence[RowMapping]) -> Person:
    """A person out of one row for each absence, or of one row without any."""
    first = rows[0]
    return Person(
        id=first["id"],
        name=first["name"],
        email=first["email"],
        aad_object_id=first["aad_object_id"],
        roles=frozenset(first["roles"]),
        team=first["team"],
        service=first["service"],
        line_manager=first["line_manager"],
        working_days=frozenset(first["working_days"]),
        left_on=first["left_on"],
        absences=tuple(
            Absence(first_day=row["first_day"], last_day=row["last_day"], cover=row["cover"])
            for row in rows
            if row["first_day"] is not None
        ),
    )
