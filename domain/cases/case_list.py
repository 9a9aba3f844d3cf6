"""Checking a list of records: what is new, what changed, and every fault with its row (E-11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from domain.cases.case import Case
from domain.cases.privacy import place, reference, refuse_heading
from domain.lists.cells import CellFault, Cells, is_yes, past_day
from domain.lists.checked import Checked, RowFault
from domain.lists.columns import Columns
from domain.lists.differing import Kind, compare
from domain.lists.directory import Directory
from domain.lists.names import Names
from domain.lists.table import Row, Table
from domain.lists.twice import repeats
from domain.people.person import Person

FindPerson = Callable[[str], str | None]
"""The id of whoever a cell names; raises CellFault."""

COLUMNS = Columns(
    names=(
        "ref",
        "team",
        "service",
        "worker",
        "iro",
        "cp_chair",
        "status",
        "cared_for",
        "opened_on",
        "last_supervision_on",
    ),
    required=("ref", "team", "worker", "status"),
    refuse=refuse_heading,
)
KIND: Kind[Case] = Kind(
    key=lambda case: case.ref,
    team=lambda case: case.team,
    is_gone=lambda case: not case.open,
    leave=lambda case: replace(case, open=False),
    fields={column: "open" if column == "status" else column for column in COLUMNS.names[1:]},
)


def check_cases(
    table: Table,
    known: Mapping[str, Case],
    people: Mapping[str, Person],
    *,
    today: date,
    full: bool = False,
    named: bool = False,
) -> Checked[Case]:
    """Check a list of records against those known and the staff list.

    A column that the file does not have leaves what is known as it is. ``full``: records that
    are not in the file are closed. ``named``: people stand in the file by name, not by id.
    """
    faults = COLUMNS.faults(table)
    names = {person.id: person.name for person in people.values()}
    staff = (Names if named else Directory)(names)
    reader = _Reader(known, staff.find, today)
    listed = [(row.number, reader.case(row, faults)) for row in table.rows]
    faults += repeats("ref", ((row, case.ref) for row, case in listed))
    if "team" in table.headings:
        faults += _without_team(listed, faults)
    written, changes = compare([case for _, case in listed], known, KIND, full=full)
    return Checked(
        noun="records",
        to_write=[] if faults else [_dated(case, today) for case in written],
        faults=sorted(faults),
        changes=changes,
        kept=COLUMNS.absent(table),
        full=full,
    )


class _Reader:
    """Makes records of rows."""

    def __init__(self, known: Mapping[str, Case], staff: FindPerson, today: date) -> None:
        self._known = known
        self._spelt = {ref.casefold(): ref for ref in known}
        self._staff = staff
        self._today = today

    def case(self, row: Row, faults: list[RowFault]) -> Case:
        """The row's record, over what is known; what cannot be read goes to the faults."""
        cells = Cells(row, faults)
        ref = cells.take("ref", self._ref, "")
        before = self._known.get(ref) or Case(ref=ref)
        staff = self._staff
        return replace(
            before,
            team=cells.take("team", place, before.team),
            service=cells.take("service", place, before.service),
            worker=cells.take("worker", staff, before.worker),
            iro=cells.take("iro", staff, before.iro),
            cp_chair=cells.take("cp_chair", staff, before.cp_chair),
            open=cells.take("status", _is_open, before.open),
            cared_for=cells.take("cared_for", is_yes, before.cared_for),
            opened_on=cells.take("opened_on", self._day, before.opened_on),
            last_supervision_on=cells.take(
                "last_supervision_on", self._day, before.last_supervision_on
            ),
        )

    def _ref(self, cell: str) -> str:
        ref = reference(cell)
        spelt = self._spelt.get(ref.casefold(), ref)
        if spelt != ref:
            raise CellFault(f"is written {spelt!r} so far; a reference keeps its capitals")
        return ref

    def _day(self, cell: str) -> date | None:
        return past_day(cell, self._today)


def _dated(case: Case, today: date) -> Case:
    """With the day on which the list said that it is closed; a record that opens again has none."""
    if case.open:
        return replace(case, closed_on=None)
    return replace(case, closed_on=case.closed_on or today)


def _is_open(cell: str) -> bool:
    word = cell.strip().casefold()
    if word not in {"open", "closed"}:
        raise CellFault("must be open or closed")
    return word == "open"


def _without_team(listed: list[tuple[int, Case]], faults: list[RowFault]) -> Iterator[RowFault]:
    """Open records without a team: no draw would ever find them."""
    told = {fault.row for fault in faults if fault.column == "team"}
    for row, case in listed:
        if case.open and not case.team and row not in told:
            yield RowFault(row, "team", "is empty; an open record without a team is never drawn")
