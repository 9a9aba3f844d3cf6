"""Whether activities and reports come when they should: their weeks, and what they follow."""

from __future__ import annotations

from collections.abc import Iterator

from domain.calendar.entries import CalendarEntry, calendar_entries
from domain.calendar.occurrences import WEEKS
from domain.frameworks.framework import Framework
from domain.frameworks.sentences import did_you_mean


def calendar_sense(framework: Framework) -> Iterator[str]:
    """Entries that follow what there is not, or that mix weeks with months.

    Who owes them is not asked for: what nobody holds goes to those who run cycles.
    """
    known = _ends(framework)
    for entry in calendar_entries(framework, planned=True):
        place = f"{entry.section}.{entry.key}"
        yield from _weeks(place, entry)
        for key in entry.cadence.after:
            if key not in known:
                near = did_you_mean(key, known)
                yield f"{place}.cadence.after: nothing that ends has the key {key!r} here{near}"


def _ends(framework: Framework) -> frozenset[str]:
    """The keys of what can come to an end."""
    entries = {one.key for one in calendar_entries(framework, planned=True)}
    return frozenset(framework.programmes) | entries


def _weeks(place: str, entry: CalendarEntry) -> Iterator[str]:
    cadence = entry.cadence
    if cadence.every in WEEKS and (cadence.months or cadence.due):
        yield f"{place}.cadence: what comes by the week is due at its end; leave months and due out"
