"""What a year has brought: rows with their first date, cards by kind, duties, escalations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from domain.frameworks.framework import Framework
from domain.frameworks.parts import Entry
from domain.frameworks.programme import Programme
from domain.frameworks.rows import rows_of
from domain.frameworks.walk import entries

PROGRAMMES = "programmes."


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A row's first time: the day, and what reached whom."""

    day: date
    kind: str
    person: str


@dataclass
class Ledger:
    """Filled while the year goes by."""

    framework: Framework
    rows: dict[str, Served] = field(default_factory=dict)
    cards: Counter[str] = field(default_factory=Counter)
    presses: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    on_time: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    escalations: int = 0

    def note(self, caused: Iterable[Entry], served: Served) -> None:
        """Rows of the council's own document; each keeps the first time."""
        document = set(self.every_row())
        for entry in caused:
            for row in document & self._own_rows(entry) if entry.on else ():
                self.rows.setdefault(row, served)

    def _own_rows(self, entry: Entry) -> set[str]:
        """The rows that no part inside it has for itself; of a programme, nothing beside it either.

        What holds others only stands around what they say: a seat does not serve the row on the
        activity that comes after the audit (HER-10), though its programme names that row too.
        """
        _, *inside = entries(entry)
        own = set(entry.ref).difference(*(part.ref for _, part in inside))
        return own - self._beside_programmes if isinstance(entry, Programme) else own

    @cached_property
    def _beside_programmes(self) -> frozenset[str]:
        """The rows of every entry that is no part of a programme."""
        found = (e.ref for place, e in entries(self.framework) if not place.startswith(PROGRAMMES))
        return frozenset(row for rows in found for row in rows)

    def every_row(self) -> tuple[str, ...]:
        """The rows of the document, in order."""
        document = self.framework.document
        return tuple(rows_of(document.row_prefix, document.rows))

    @property
    def missing(self) -> tuple[str, ...]:
        """Rows that reached nobody."""
        return tuple(row for row in self.every_row() if row not in self.rows)

    def lines(self) -> list[str]:
        """The ledger as people read it."""
        done, late = self.on_time.total(), self.late.total()
        return [
            f"{self.framework.name}: {len(self.rows)} of {len(self.every_row())} rows",
            *(self._row(row) for row in self.every_row()),
            "Cards by kind:",
            *(f"  {kind}: {number}" for kind, number in sorted(self.cards.items())),
            f"Duties closed: {done} on time, {late} late; {self.open.total()} are still open.",
            f"Escalations: {self.escalations}",
        ]

    def data(self) -> dict[str, object]:
        """The ledger for other tools."""
        rows = {
            row: {"day": one.day.isoformat(), "kind": one.kind, "person": one.person}
            for row, one in sorted(self.rows.items())
        }
        return {
            "framework": self.framework.id,
            "rows": rows,
            "missing": list(self.missing),
            "cards": dict(sorted(self.cards.items())),
            "on_time": self.on_time.total(),
            "late": self.late.total(),
            "open": self.open.total(),
            "escalations": self.escalations,
        }

    def _row(self, row: str) -> str:
        served = self.rows.get(row)
        if served is None:
            return f"  {row}  not served"
        return f"  {row}  {served.day.isoformat()}  {served.kind} to {served.person}"
