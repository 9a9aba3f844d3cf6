"""Events that a list of records shows by itself: becoming looked after (SOM-33)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domain.cases.case import Case
from domain.frameworks.selection import EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvent:
    """Something that was noticed on a day, and has led to nothing yet."""

    id: int
    kind: EventKind
    case_ref: str
    noticed_on: date


def seen_in(known: Mapping[str, Case], written: Iterable[Case]) -> Iterator[tuple[EventKind, str]]:
    """What has happened to records between two lists, with the record.

    A record that was not known before tells nothing: its child may have been looked after for
    years. Nor does one that is closed count as newly looked after.
    """
    for case in written:
        before = known.get(case.ref)
        if before and case.open and case.cared_for and not before.cared_for:
            yield "becomes_looked_after", case.ref
