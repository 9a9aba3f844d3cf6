"""The tables of a page: the year, the people, what the document leaves open, every row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from domain.calendar.wording import say_list
from domain.frameworks.coverage import coverage, totals
from domain.frameworks.framework import Framework
from domain.frameworks.parts import KeyedEntry
from domain.frameworks.programme import Programme
from domain.frameworks.sections import Cadence, Period
from domain.frameworks.walk import entries
from domain.frameworks.wording import say_due
from tools.pages.marks import cell
from tools.pages.sections import SECTIONS
from tools.pages.words import say_cadence, say_when

ORDER: Mapping[Period, int] = {
    "week": 1,
    "fortnight": 2,
    "month": 3,
    "quarter": 4,
    "half_year": 5,
    "year": 6,
}

# Parts of a file that have no title of their own, or one that would say too little here
PLACES = {
    "document": "The whole profile",
    "grades": "Grades",
    "nudge_steps": "Reminders",
    "escalation": "Lateness",
    "safety_button": "The safety button",
}
FEW = 3

Row = tuple[str, ...]


def table(heads: Row, rows: Collection[Row]) -> Iterator[str]:
    """A table with a blank line after it; nothing where it has no rows."""
    if not rows:
        return
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell(each) for each in row)} |"
    yield ""


def year(framework: Framework) -> Iterator[str]:
    """What happens when: the audits first, then whatever comes round, the most frequent first."""
    audits = [
        (
            programme.title,
            say_when(programme),
            _dues(programme),
            ", ".join(programme.ref),
        )
        for programme in framework.programmes.values()
    ]
    rounds = [entry for name in SECTIONS for entry in getattr(framework, name) if _comes(entry)]
    others = [
        (entry.title, say_cadence(entry.cadence), "", ", ".join(entry.ref))
        for entry in sorted(rounds, key=lambda entry: _often(entry.cadence))
    ]
    yield from table(("what", "when", "due", "rows"), [*audits, *others])


def _dues(programme: Programme) -> str:
    """The day by which all is in; each seat's where they differ."""
    said = {seat.short: say_due(seat.due) for seat in programme.seats}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return "; ".join(f"{seat}: {due}" for seat, due in said.items())


def _comes(entry: KeyedEntry) -> bool:
    cadence = getattr(entry, "cadence", None)
    return entry.on and isinstance(cadence, Cadence) and cadence.every is not None


def _often(cadence: Cadence) -> int:
    return ORDER[cadence.every] if cadence.every else len(ORDER) + 1


def people(framework: Framework) -> Iterator[str]:
    """The roles of the staff list, and what each may do everywhere."""
    rows = [
        (role.title, role.short, say_list(_powers(role.coordinates, role.senior)))
        for role in framework.roles.values()
    ]
    yield from table(("role", "short", ""), rows)


def _powers(coordinates: bool, senior: bool) -> list[str]:  # noqa: FBT001 - two marks of a role
    return ["runs cycles"] * coordinates + ["senior"] * senior


def silences(framework: Framework, known: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What the document leaves open: the question, the default, and where it was chosen."""
    titles, places = _titles(framework), dict[str, dict[str, None]]()
    for place, entry in entries(framework):
        for silence in entry.silence:
            places.setdefault(silence, {})[titles[place]] = None
    rows = [
        (silence, known[silence]["asks"], known[silence]["default"], _few(list(places[silence])))
        for silence in sorted(places)
    ]
    yield "What we do unless the place that it is chosen in says otherwise."
    yield ""
    yield from table(("", "left open", "what we do", "chosen in"), rows)


def _few(names: list[str]) -> str:
    """At most so many names, and how many more there are."""
    more = len(names) - FEW
    return say_list([*names[:FEW], f"{more} more"] if more > 0 else names)


def all_rows(framework: Framework, served: Collection[str]) -> Iterator[str]:
    """Every row of the document with its state and what answers it."""
    titles = _titles(framework)
    rows = [
        (row.row, row.state, say_list(list(dict.fromkeys(titles[at] for at in row.entries))))
        for row in coverage(framework, served)
    ]
    count = totals(coverage(framework, served))
    yield f"{count.served} of {count.rows} rows are served, {count.declared} are declared."
    yield ""
    yield from table(("row", "state", "answered by"), rows)


def _titles(framework: Framework) -> dict[str, str]:
    """A name for the place of every entry: its own title, or that of the programme it is in."""
    found: dict[str, str] = {}
    for place, entry in entries(framework):
        parts = place.split(".")
        programme = framework.programmes.get(parts[1]) if len(parts) > 1 else None
        own = getattr(entry, "title", "")
        found[place] = PLACES.get(parts[0]) or own or (programme.title if programme else place)
    return found
