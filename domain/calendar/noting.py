"""What is asked of an activity or a report, and how far it may be moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar.entries import CalendarEntry
from domain.calendar.occurrence import Occurrence
from domain.calendar.occurrences import MONTHS, Span, next_after
from domain.calendar.working_days import ONE_DAY, WorkingCalendar, add_months
from domain.frameworks.deadlines import due_on
from domain.frameworks.sections import Report

LIMIT = 800
"""Characters a note: seven of them still fit on one card."""
WHERE_LIMIT = 300
"""Characters for a link or a place."""
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ANYTHING = "What came of it"
WITH_IT = "What should whoever gets it know?"
WITHIN = timedelta(days=14)  # where nobody says by when (E-98)
A_YEAR = 12


@dataclass(frozen=True, slots=True)
class NoteAsked:
    """``key`` names its input and its kept words; ``word`` is what one types before a colon."""

    key: str
    text: str
    word: str


def notes_asked(entry: CalendarEntry) -> tuple[NoteAsked, ...]:
    """The entry's own, in order; one about anything where it names none."""
    if entry.report:
        return (NoteAsked("note_one", WITH_IT, "note"),)
    activity = entry.activity
    texts = (activity.notes if activity else ()) or (ANYTHING,)
    own = zip(NUMBERS, texts, strict=False)
    return tuple(NoteAsked(f"note_{word}", text, word) for word, text in own)


def covered(report: Report, period: date) -> Span | None:
    """The months that a report is about; None where the file does not count them (E-28)."""
    if report.covers_months is None:
        return None
    after = period.replace(day=1)
    if report.covers_its_own:
        cadence = report.cadence
        whole = not (cadence and cadence.months)
        every = cadence.every if cadence and whole else None
        after = add_months(after, MONTHS.get(every or "month", 1))
    first = add_months(after, -report.covers_months)
    return Span(first_day=first, last_day=after - ONE_DAY)


def latest_day(
    entry: CalendarEntry, occurrence: Occurrence, calendar: WorkingCalendar
) -> date | None:
    """The last day to which it may be moved; None where it may not.

    A report keeps its day. A meeting or a visit may wait until the next one is near: the day
    before that is due; what people started themselves, for a year.
    """
    if entry.report:
        return None
    following = next_after(entry, occurrence.due_on, calendar)
    if following is None:
        return add_months(occurrence.due_on, A_YEAR)
    return following.due_on - ONE_DAY


def start_due(
    entry: CalendarEntry, day: date | None, today: date, calendar: WorkingCalendar
) -> date | None:
    """When what is started today is due, ``day`` being the one that was named.

    Ahead of an event it is so many days before it (SOM-26). None where nobody says.
    """
    cadence = entry.cadence
    if day is not None:
        return max(day - timedelta(days=cadence.days_before or 0), today)
    if cadence.due is None or cadence.days_before:
        return None
    return max(due_on(cadence.due, today, calendar), today)


def followed_due(entry: CalendarEntry, today: date, calendar: WorkingCalendar) -> date:
    """When what an occasion brings about is due."""
    due = start_due(entry, None, today, calendar)
    return due or calendar.on_or_after(today + WITHIN)
