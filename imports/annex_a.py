"""Ofsted's Annex A workbook: the lists of children that are open to a council, as cases.

Of each list only the child's unique id, team, worker and the first and last day are read. Workers
stand in it by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.lists.checked import RowFault
from domain.lists.table import Row, Table
from imports.days import first_day
from imports.tables import plain, table_of
from imports.unreadable import Source, UnreadableFileFault
from imports.workbooks import is_workbook, sheets_of_workbook

HEADINGS = ("ref", "team", "worker", "status", "cared_for", "opened_on")
SHARED: Mapping[str, str] = {
    "Child Unique ID": "ref",
    "Child ID": "ref",
    "Allocated Team": "team",
    "Allocated Worker": "worker",
    "Allocated Personal Adviser": "adviser",
    "Allocated Personal Advisor": "adviser",
}
CARE, LEAVERS = 8, 9
DAYS: Mapping[int, Mapping[str, str]] = {  # list: headings of the first and the last day
    CARE: {
        "Date Started to be Looked After": "start",
        "Date Ceased to be Looked After": "end",
    },
    7: {"Child Protection Plan Start Date": "start", "Child Protection Plan End Date": "end"},
    6: {"CIN Start Date": "start", "CIN Closure Date": "end"},
    LEAVERS: {},
}
"""In the order in which they are believed where two lists name different workers."""
_SHEET = re.compile(r"list_?0?(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexA:
    """The cases, and for each of their rows the sheet and the row where it stands."""

    cases: Table
    places: Mapping[int, tuple[str, int]]

    def placed(self, fault: RowFault) -> RowFault:
        """The fault with the row of the workbook: ``row 12, List_6 worker``."""
        if fault.row not in self.places:
            return fault
        sheet, row = self.places[fault.row]
        return replace(fault, row=row, column=f"{sheet} {fault.column}".strip())


@dataclass(slots=True)
class _Child:
    """One child over all lists: the place that is believed most, and every open spell."""

    place: tuple[str, int]
    cells: Mapping[str, str]
    starts: list[str] = field(default_factory=list)
    open: bool = False
    cared_for: bool = False


def read_annex_a(data: bytes, filename: str) -> AnnexA:
    """Read lists 6 to 9; raises UnreadableFileFault where none of them is there."""
    if not is_workbook(data):
        raise UnreadableFileFault(
            f"{filename} is not a workbook, so nothing was written. Annex A is one XLSX file."
        )
    sheets = _sheets(sheets_of_workbook(data, filename))
    children: dict[str, _Child] = {}
    for number in DAYS:
        if number in sheets:
            _gather(children, number, *sheets[number])
    if not children:
        raise UnreadableFileFault(
            f"No children were found in the sheets List_6 to List_9 of {filename}. One of their "
            "first 10 rows must name the column Child Unique ID. Nothing was written."
        )
    return AnnexA(
        cases=Table(HEADINGS, tuple(_row(n, *one) for n, one in enumerate(children.items(), 1))),
        places={number: child.place for number, child in enumerate(children.values(), 1)},
    )


def _sheets(sheets: Mapping[str, Source]) -> dict[int, tuple[str, Source]]:
    found = ((_SHEET.match(plain(name)), name) for name in sheets)
    return {int(match[1]): (name, sheets[name]) for match, name in found if match}


def _gather(children: dict[str, _Child], number: int, name: str, source: Source) -> None:
    table = table_of(source, {**SHARED, **DAYS[number]})
    for row in table.rows if table else ():
        ref = row.cells.get("ref", "")
        if not any(row.cells.values()):
            continue
        child = children.setdefault(ref, _Child((name, row.number), row.cells))
        if row.cells.get("end"):
            continue
        if not child.open:  # an open spell is believed before one that ended
            child.place, child.cells = (name, row.number), row.cells
        child.open = True
        child.starts.append(row.cells.get("start", ""))
        child.cared_for |= number == CARE


def _row(number: int, ref: str, child: _Child) -> Row:
    cells = {"ref": ref, "status": "open" if child.open else "closed"}
    if child.open:
        worker = child.cells.get("worker") or child.cells.get("adviser", "")
        cells |= {"team": child.cells.get("team", ""), "worker": worker}
        cells |= {"cared_for": "yes" if child.cared_for else "no"}
        cells |= {"opened_on": first_day(child.starts)}
    return Row(number, cells)
