"""The staff list, with absences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import RowMapping, Select, bindparam, select, update

from domain.people.person import Absence, Person
from storage.repositories.base import Repository
from storage.tables import absences, people

_WITH_ABSENCES = (
    select(people, absences.c.first_day, absences.c.last_day, absences.c.cover)
    .select_from(people.outerjoin(absences))
    .order_by(people.c.id, absences.c.first_day, absences.c.id)
)
_BY_ID = _WITH_ABSENCES.where(people.c.id == bindparam("known_as"))
_BY_ACCOUNT = _WITH_ABSENCES.where(people.c.aad_object_id == bindparam("known_as"))


class SqlPeople(Repository):
    """Implements the port ``People``."""

    async def get(self, person_id: str) -> Person | None:
        """One person, here or gone."""
        return await self._known(_BY_ID, person_id)

    async def by_aad_object_id(self, aad_object_id: str) -> Person | None:
        """The person who signs in to Teams under that id."""
        return await self._known(_BY_ACCOUNT, aad_object_id)

    async def all(self) -> dict[str, Person]:
        """Everybody, here or gone, by id."""
        rows = await self._all(_WITH_ABSENCES)
        grouped = groupby(rows, key=lambda row: str(row["id"]))
        return {person_id: _person(list(of_one)) for person_id, of_one in grouped}

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

    async def _known(self, found: Select[Any], known_as: str) -> Person | None:
        rows = await self._all(found, known_as=known_as)
        return _person(rows) if rows else None


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
