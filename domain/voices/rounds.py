"""A survey that comes round: its present period, and whom it asks (COL-28, HER-38, SEF-58)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.sections import Cadence, FeedbackRule
from domain.observations.times import MONTHS, Window, window
from domain.people.person import Person
from domain.voices.rules import answers_own


def round_now(rule: FeedbackRule, today: date, calendar: WorkingCalendar) -> Window | None:
    """The round of the day; None where it does not come round, or its last day is over."""
    return window(_evenly(rule.cadence), today, calendar)


def _evenly(cadence: Cadence | None) -> Cadence | None:
    """Twice a year without months named is once in each half."""
    if cadence is None or cadence.every not in MONTHS or cadence.months or cadence.times == 1:
        return cadence
    apart = max(1, MONTHS[cadence.every] * cadence.interval // cadence.times)
    return cadence.model_copy(update={"every": "month", "interval": apart, "times": 1})


def runs_it(rule: FeedbackRule, people: Iterable[Person], today: date) -> list[Person]:
    """Who asks, else whom it goes to: those who are here, by id."""
    roles = frozenset(rule.asked_by or rule.to)
    found = (person for person in people if person.holds(roles) and person.here_on(today))
    return sorted(found, key=lambda person: person.id)


def asked(rule: FeedbackRule, people: Iterable[Person], today: date) -> list[Person]:
    """Everybody here who answers it themselves, by id."""
    found = (person for person in people if answers_own(rule, person) and person.here_on(today))
    return sorted(found, key=lambda person: person.id)
