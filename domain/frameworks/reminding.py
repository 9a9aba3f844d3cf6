"""Whether a standing reminder ever comes, and can be ticked where it comes again."""

from __future__ import annotations

from collections.abc import Iterator

from domain.frameworks.asked_for import Nudge
from domain.frameworks.framework import Framework
from domain.frameworks.timing import OfficeHours

EARLIEST, LATEST, FEWEST = 7, 20, 3
"""Hours of the day between which people are told anything, and how many there must be."""


def reminding(framework: Framework) -> Iterator[str]:
    """Nudges that nothing brings about, that nobody gets or that never end; hours with no room."""
    yield from _hours(framework.nudge_steps.hours)
    for index, entry in enumerate(framework.nudges):
        place = f"nudges[{index}]"
        if not entry.on:
            continue
        yield from _comes(place, entry)
        yield from _ticked(place, entry)


def _hours(hours: OfficeHours) -> Iterator[str]:
    place = "nudge_steps.hours"
    if hours.begins >= hours.ends:
        yield f"{place}: they begin at {hours.begins} and end at {hours.ends}; begin earlier"
    elif hours.ends - hours.begins < FEWEST:
        yield f"{place}: a day's reminders need {FEWEST} hours or more"
    elif hours.begins < EARLIEST or hours.ends > LATEST:
        yield f"{place}: nobody is reminded before {EARLIEST} or after {LATEST}"


def _comes(place: str, entry: Nudge) -> Iterator[str]:
    dated = entry.cadence and (entry.cadence.every or entry.cadence.months)
    if (entry.to or entry.relations) and not (dated or entry.after):
        yield f"{place}.cadence: nothing brings it about; say every, months or after"
    if dated and not entry.to:
        yield f"{place}.to: nobody gets it on its day"
    if entry.after and not entry.relations:
        yield f"{place}.relations: nobody of the record gets it"
    if (dated or entry.after) and not entry.sentence:
        yield f"{place}.sentence: it says nothing"


def _ticked(place: str, entry: Nudge) -> Iterator[str]:
    if (entry.again or entry.ticks or entry.asks) and not entry.tick:
        yield f"{place}.tick: without its button it cannot be answered"
