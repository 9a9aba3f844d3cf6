"""Checking a staff list: who is new, who changed, who has left, and every fault with its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.lists.cells import CellFault, Cells, filled, key_of, text_of
from domain.lists.checked import Checked, RowFault
from domain.lists.columns import Columns, suggest
from domain.lists.differing import Kind, compare
from domain.lists.directory import Directory
from domain.lists.table import Row, Table
from domain.lists.twice import repeats
from domain.people.lines import managers_of
from domain.people.person import Person
from domain.people.week import working_days

COLUMNS = Columns(
    names=(
        "id",
        "name",
        "email",
        "aad_object_id",
        "roles",
        "team",
        "service",
        "line_manager",
        "working_days",
    ),
    required=("id", "name", "roles", "team"),
)
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")


def check_people(
    table: Table,
    known: Mapping[str, Person],
    *,
    roles: Mapping[str, str],
    today: date,
    full: bool = False,
) -> Checked[Person]:
    """Check a staff list against the people known.

    ``roles`` gives the framework's key for each spelling of a role. A column that the file does
    not have leaves what is known as it is, and so does a blank ``aad_object_id``, which Teams
    may have told us. ``full``: people who are not in the file have left as of today.
    """
    faults = COLUMNS.faults(table)
    reader = _Reader(table, known, roles)
    listed = [(row.number, reader.person(row, faults)) for row in table.rows]
    faults += [*_repeated(listed), *_taken(listed, known, full=full), *_circles(listed, known)]
    written, changes = compare([one for _, one in listed], known, _kind(today), full=full)
    return Checked(
        noun="people",
        to_write=[] if faults else written,
        faults=sorted(faults),
        changes=changes,
        kept=COLUMNS.absent(table),
        full=full,
    )


def _kind(today: date) -> Kind[Person]:
    return Kind(
        key=lambda person: person.id,
        team=lambda person: person.team,
        is_gone=lambda person: person.left_on is not None,
        leave=lambda person: replace(person, left_on=today),
        fields={column: column for column in COLUMNS.names[1:]},
    )


class _Reader:
    """Makes people of rows."""

    def __init__(self, table: Table, known: Mapping[str, Person], roles: Mapping[str, str]) -> None:
        self._known = known
        self._spelt = {person_id.casefold(): person_id for person_id in known}
        self._roles = _by_plain(roles)
        names = {person.id: person.name for person in known.values()}
        names |= {row.cells.get("id", ""): row.cells.get("name", "") for row in table.rows}
        self._directory = Directory({key: name for key, name in names.items() if key})

    def person(self, row: Row, faults: list[RowFault]) -> Person:
        """The row's person, over what is known; what cannot be read goes to the faults."""
        cells = Cells(row, faults)
        person_id = cells.take("id", self._id, "")
        before = self._known.get(person_id) or Person(id=person_id, name="")
        aad_object_id = cells.take("aad_object_id", _sign_in, None)
        return replace(
            before,
            name=cells.take("name", filled, before.name),
            email=cells.take("email", _email, before.email),
            aad_object_id=aad_object_id or before.aad_object_id,
            roles=cells.take("roles", self._roles_in, before.roles),
            team=cells.take("team", text_of, before.team),
            service=cells.take("service", text_of, before.service),
            line_manager=cells.take("line_manager", self._directory.find, before.line_manager),
            working_days=cells.take("working_days", working_days, before.working_days),
            left_on=None,
        )

    def _id(self, cell: str) -> str:
        person_id = key_of(cell)
        spelt = self._spelt.get(person_id.casefold(), person_id)
        if spelt != person_id:
            raise CellFault(f"is written {spelt!r} so far; an id keeps its capitals")
        return person_id

    def _roles_in(self, cell: str) -> frozenset[str]:
        return frozenset(self._role(word) for word in _words(cell))

    def _role(self, word: str) -> str:
        role = _plain(word)
        if role in self._roles:
            return self._roles[role]
        raise CellFault(f"no role {word.strip()!r}{suggest(role, self._roles)}")


def roles_in(cell: str, spellings: Mapping[str, str]) -> frozenset[str]:
    """The roles that a cell gives, by the key of each spelling; what is no role is left out."""
    roles = _by_plain(spellings)
    return frozenset(roles[_plain(word)] for word in _words(cell) if _plain(word) in roles)


def _by_plain(spellings: Mapping[str, str]) -> dict[str, str]:
    return {_plain(spelling): key for spelling, key in spellings.items()}


def _words(cell: str) -> list[str]:
    return [word for word in re.split(r"[;,\n]", cell) if word.strip()]


def _plain(role: str) -> str:
    return re.sub(r"[\s_-]+", "_", role.strip().casefold())


def _email(cell: str) -> str:
    email = text_of(cell)
    if email and not EMAIL.fullmatch(email):
        raise CellFault(f"{email!r} is not an e-mail address")
    return email


def _sign_in(cell: str) -> str | None:
    return key_of(cell).lower() if cell.strip() else None


def _repeated(listed: Sequence[tuple[int, Person]]) -> Iterator[RowFault]:
    yield from repeats("id", ((row, person.id) for row, person in listed))
    yield from repeats("email", ((row, person.email) for row, person in listed))
    yield from repeats(
        "aad_object_id", ((row, person.aad_object_id or "") for row, person in listed)
    )


def _taken(
    listed: Sequence[tuple[int, Person]], known: Mapping[str, Person], *, full: bool
) -> Iterator[RowFault]:
    """What belongs already to somebody who is not in the file."""
    ids = {person.id for _, person in listed}
    others = [person for person in known.values() if person.id not in ids]
    staying = [] if full else [person for person in others if person.left_on is None]
    emails = {person.email.casefold(): person.id for person in staying if person.email}
    sign_ins = {person.aad_object_id: person.id for person in others if person.aad_object_id}
    for row, person in listed:
        if owner := emails.get(person.email.casefold()):
            yield RowFault(row, "email", f"belongs to {owner!r}, who is not in this file")
        if owner := sign_ins.get(person.aad_object_id or ""):
            said = f"belongs to {owner!r}, who is not in this file; a person keeps their id"
            yield RowFault(row, "aad_object_id", said)


def _circles(
    listed: Sequence[tuple[int, Person]], known: Mapping[str, Person]
) -> Iterator[RowFault]:
    """Each circle of line managers once, at the first of its rows."""
    people = {**known, **{person.id: person for _, person in listed}}
    told: set[str] = set()
    for row, person in listed:
        line = [person, *managers_of(person, people)]
        if line[-1].line_manager == person.id and person.id not in told:
            ids = [one.id for one in line]
            told.update(ids)
            circle = " → ".join([*ids, person.id])
            yield RowFault(row, "line_manager", f"goes round in a circle: {circle}")
