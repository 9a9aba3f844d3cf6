"""Whether what the calendar, or an event, should bring about ever comes about."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator, Mapping

from domain.frameworks.framework import Framework
from domain.frameworks.programme import Programme
from domain.frameworks.sections import Cadence, Period
from domain.frameworks.selection import SelectionRule
from domain.frameworks.walk import parts

TIMES_A_YEAR: Mapping[Period, int] = {"quarter": 4, "half_year": 2}


def occasions(framework: Framework) -> Iterator[str]:
    """Cadences, events and months that contradict themselves."""
    for place, part in parts(framework):
        if isinstance(part, Cadence):
            yield from _cadence(place, part)
    for key, programme in framework.programmes.items():
        place = f"programmes.{key}"
        yield from _event(place, programme, framework)
        yield from _left_out(place, programme)


def _cadence(place: str, cadence: Cadence) -> Iterator[str]:
    named, times = len(set(cadence.months)), TIMES_A_YEAR.get(cadence.every or "year")
    if cadence.every and cadence.months and times and named != times:
        period = cadence.every.replace("_", " ")
        yield f"{place}.months: once a {period} takes {times} months, not {named}"
    if cadence.days_before and not cadence.event:
        yield f"{place}.days_before: before what? Name the event"


def _event(place: str, programme: Programme, framework: Framework) -> Iterator[str]:
    drawn, where = programme.selection, f"{place}.selection.event"
    if (drawn.kind == "event") != (drawn.event is not None):
        yield f'{where}: an event goes with kind = "event", and the other way round'
    if drawn.kind == "event" and programme.cycle.kind != "on_demand":
        yield f'{place}.cycle.kind: an event opens it and not the calendar; say "on_demand"'
    yield from _beside(where, programme, drawn, framework)


def _beside(
    where: str, programme: Programme, drawn: SelectionRule, framework: Framework
) -> Iterator[str]:
    other = drawn.event.as_well_as if drawn.event else ""
    if other and (other == programme.key or other not in framework.programmes):
        yield f"{where}.as_well_as: there is no other programme {other!r}"


def _left_out(place: str, programme: Programme) -> Iterator[str]:
    for index, left_out in enumerate(programme.selection.left_out):
        for month in left_out.months:
            if month not in programme.cycle.months:
                never = f"no cycle opens in {month_name[month]}"
                yield f"{place}.selection.left_out[{index}].months: {never}"
