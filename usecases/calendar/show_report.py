"""A report for whoever passes it, and for those for whom it was made."""

from __future__ import annotations

from cards.calendar.report_given import ReportGiven
from cards.calendar.report_to_pass import ReportToPass
from domain.calendar.entries import CalendarEntry, entry_of
from domain.calendar.noting import covered
from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.calendar.wording import say_day
from domain.calendar.working_days import local_day
from domain.people.person import Person
from usecases.calendar.passing import decides, readers_of
from usecases.calendar.saying import say_months
from usecases.calendar.steps import GIVEN, TO_PASS
from usecases.showing import Look, shows

NOTE = "note_one"


@shows(TO_PASS)
async def show_report_to_pass(look: Look) -> ReportToPass | None:
    """None for whoever has no word in it."""
    found, entry = await _report(look)
    if found is None or entry is None or entry.report is None:
        return None
    people = await look.uow.people.all()
    waits = found.state is OccurrenceState.PASSING
    decided = found.passed_by == look.reader.id
    if not (decided or await decides(look.uow, look.council, found, look.reader, look.now)):
        return None
    return ReportToPass(
        ref=found.passing,
        version=found.version,
        today=look.today,
        name=entry.title,
        given_by=_name(people, found.done_by),
        place=found.evidence,
        covers=_covers(entry, found),
        note=found.notes.get(NOTE, ""),
        readers=entry.report.to,
        reason=found.reason if not waits else "",
        ended="" if waits else _ended(found, people),
        notice=look.notice or None,
        field=look.field,
    )


@shows(GIVEN)
async def show_report_given(look: Look) -> ReportGiven | None:
    """None before it is out, and for whoever is not one of its readers."""
    found, entry = await _report(look)
    if found is None or entry is None or found.done_at is None:
        return None
    people = await look.uow.people.all()
    readers = readers_of(entry, look.council.framework, people, look.today).people
    if found.state is not OccurrenceState.DONE or look.reader.id not in readers:
        return None
    return ReportGiven(
        ref=look.about,
        version=found.version,
        name=entry.title,
        given_on=local_day(found.done_at),
        place=found.evidence,
        covers=_covers(entry, found),
        note=found.notes.get(NOTE, ""),
        given_by=_name(people, found.done_by),
        passed_by=_name(people, found.passed_by) if found.passed_by else "",
        notice=look.notice or None,
    )


async def _report(look: Look) -> tuple[Occurrence | None, CalendarEntry | None]:
    found = await look.uow.calendar.get(look.about.number)
    return found, entry_of(look.council.framework, found.entry) if found else None


def _covers(entry: CalendarEntry, found: Occurrence) -> str:
    span = covered(entry.report, found.period) if entry.report else None
    return say_months(span) if span else ""


def _name(people: dict[str, Person], person_id: str | None) -> str:
    person = people.get(person_id or "")
    return person.name if person else "Somebody"


def _ended(found: Occurrence, people: dict[str, Person]) -> str:
    if found.state is OccurrenceState.OPEN:
        return "It went back, with the reason below."
    if found.passed_at is None:
        return "It is out."
    day = say_day(local_day(found.passed_at))
    return f"{_name(people, found.passed_by)} passed it on {day}."
