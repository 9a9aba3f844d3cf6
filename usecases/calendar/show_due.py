"""The card on which an activity is noted, and the one on which a report is given."""

from __future__ import annotations

from dataclasses import dataclass

from cards.calendar.activity_due import ActivityDue
from cards.calendar.report_due import ReportDue
from domain.calendar.entries import CalendarEntry, entry_of
from domain.calendar.noting import covered, latest_day, notes_asked
from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.calendar.owners import own_people, with_roles
from domain.calendar.wording import say_day
from domain.calendar.working_days import local_day
from domain.people.person import Person
from usecases.calendar.passing import passers, readers_of
from usecases.calendar.saying import say_months
from usecases.calendar.steps import ACTIVITY, REPORT, holds, whose
from usecases.showing import Look, shows

NO_LINK = "link not set"  # E-20: the council's own form was not supplied


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the reader looks at, with everybody by id."""

    occurrence: Occurrence
    entry: CalendarEntry
    people: dict[str, Person]
    others: tuple[str, ...]

    def name(self, person_id: str | None) -> str:
        """The name of somebody of the staff list, also of one who has left."""
        person = self.people.get(person_id or "")
        return person.name if person else "Somebody"


@shows(ACTIVITY)
async def show_activity_due(look: Look) -> ActivityDue | None:
    """None for whoever neither holds it nor runs cycles."""
    seen = await _seen(look)
    if seen is None or seen.entry.activity is None:
        return None
    found, activity = seen.occurrence, seen.entry.activity
    latest = latest_day(seen.entry, found, look.council.calendar)
    own = own_people(found.slot, seen.people, look.today) if seen.entry.relations else []
    return ActivityDue(
        ref=found.ref,
        version=found.version,
        today=look.today,
        name=activity.title,
        due=found.due_on,
        asked=notes_asked(seen.entry),
        purpose=activity.note,
        whom=activity.with_whom,
        people=tuple(one.name for one in own),
        others=seen.others,
        about=found.about,
        link=activity.link or (NO_LINK if "E-20" in activity.silence else ""),
        values=values(look, found),
        reason=found.reason,
        latest=latest if latest and latest >= look.today else None,
        told_on=found.told_late_on,
        state=found.state,
        ended=_ended(seen),
        notice=look.notice or None,
        field=look.field,
    )


@shows(REPORT)
async def show_report_due(look: Look) -> ReportDue | None:
    """None for whoever neither prepares it nor runs cycles."""
    seen = await _seen(look)
    if seen is None or seen.entry.report is None:
        return None
    found, report = seen.occurrence, seen.entry.report
    readers = readers_of(seen.entry, look.council.framework, seen.people, look.today)
    span = covered(report, found.period)
    return ReportDue(
        ref=found.ref,
        version=found.version,
        today=look.today,
        name=report.title,
        due=found.due_on,
        asked=notes_asked(seen.entry),
        covers=say_months(span) if span else "",
        contents=report.contents,
        levels=report.levels,
        purpose=report.note,
        passes=await _passes(look, seen),
        told=tuple(seen.name(one) for one in readers.people),
        elsewhere=readers.elsewhere,
        others=seen.others,
        about=found.about,
        told_on=found.told_late_on,
        values=values(look, found),
        reason=found.reason if found.state is OccurrenceState.OPEN else "",
        state=found.state,
        ended=_ended(seen),
        notice=look.notice or None,
        field=look.field,
    )


def values(look: Look, found: Occurrence) -> dict[str, str]:
    """What is kept, with what was just typed over it."""
    typed = look.typed if look.pressed in {None, look.about} else {}
    return {**found.notes, "evidence": found.evidence} | dict(typed)


async def _seen(look: Look) -> Seen | None:
    found = await look.uow.calendar.get(look.about.number)
    entry = entry_of(look.council.framework, found.entry) if found else None
    if found is None or entry is None or found.state is OccurrenceState.DROPPED:
        return None
    theirs = await holds(look.uow, look.council, found, look.reader, look.now)
    did = found.done_by == look.reader.id
    if not (theirs or did or look.council.coordinates(look.reader)):
        return None
    people = await look.uow.people.all()
    with_it = whose(look.council, found, people, look.today)
    others = tuple(people[one].name for one in with_it if one != look.reader.id)
    return Seen(
        occurrence=found,
        entry=entry,
        people=people,
        others=others if found.state is OccurrenceState.OPEN else (),
    )


async def _passes(look: Look, seen: Seen) -> tuple[str, ...]:
    """Who will pass it, where somebody else than the reader has to."""
    found = seen.occurrence
    if found.state is not OccurrenceState.OPEN:
        ids = await passers(look.uow, look.council, found, look.now)
    else:
        roles = seen.entry.report.approved_by if seen.entry.report else ()
        ids = with_roles(roles, seen.people, look.today) if roles else []
        ids = [one for one in ids if one != look.reader.id]
    return tuple(seen.name(one) for one in ids)


def _ended(seen: Seen) -> str:
    """Who closed it and when: ``Hal Grove noted it on Thursday 17 December.``."""
    found = seen.occurrence
    if found.done_at is None or found.state is OccurrenceState.OPEN:
        return ""
    who, day = seen.name(found.done_by), say_day(local_day(found.done_at))
    if found.state is OccurrenceState.MISSED:
        return f"{who} noted on {day} that it did not happen."
    said = f"{who} {'gave' if seen.entry.report else 'noted'} it on {day}."
    if found.passed_at is None:
        return said
    return (
        f"{said} {seen.name(found.passed_by)} passed it on {say_day(local_day(found.passed_at))}."
    )
