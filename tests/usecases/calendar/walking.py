"""One entry of a council's file, walked through a year by the tick and by the people it reaches.

The town has the cast, a holder of each role that owes the entry, whoever passes it, and somebody
who runs cycles. Its council asks for that entry alone, so a card can come from nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from domain.calendar.entries import CalendarEntry, calendar_entries
from domain.calendar.noting import notes_asked
from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.calendar.occurrences import Planned, occurrences
from domain.calendar.wording import say_day
from domain.calendar.working_days import LONDON, local_day
from domain.people.person import Person
from storage.work import SqlUnitsOfWork
from tests.cards.walk import words
from tests.town import Town, council_of
from usecases.calendar.opening import open_activities
from usecases.calendar.steps import view_of
from usecases.nudges.nudge_duties import nudge_duties

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
RUNS, PASSES = "cleo", "pax"
SOME_DAY = date(2026, 6, 18)
WORDS = "The plan names what changes"


@dataclass
class Walk:
    """A town in which one entry is all that the council asks for."""

    town: Town
    entry: CalendarEntry
    holders: list[str]

    def at(self, day: date) -> None:
        """Half past nine in London on that day."""
        moment = datetime.combine(day, time(9, 30), LONDON)
        self.town.now = moment.astimezone(UTC)

    async def opens(self) -> list[Occurrence]:
        """Let the calendar do its scan; gives everything that is written down."""
        await self.town.tick(open_activities)
        return await self.town.read(lambda uow: uow.calendar.between(date.min, date.max))

    def cards(self, person: str, kind: str) -> list[str]:
        """The words of somebody's cards of a kind."""
        return [words(one.card) for one in self.town.chat(person).cards if one.kind == kind]


async def walk_of(units: SqlUnitsOfWork, council: str, name: str) -> Walk:
    """Move everybody in who has to do with the entry."""
    served = council_of(council)
    entry = next(
        one for one in calendar_entries(served.framework, planned=True) if one.name == name
    )
    alone = {"activities": (), "reports": (), str(entry.section): (entry.entry,)}
    framework = served.framework.model_copy(update=alone)
    town = Town(units, replace(served, framework=framework))
    await town.move_in(_people(entry, framework.coordinators))
    if entry.roles:
        return Walk(town, entry, [f"h{number}" for number, _ in enumerate(entry.roles)])
    return Walk(town, entry, ["tess"])


def _people(entry: CalendarEntry, runs: frozenset[str]) -> list[Person]:
    found = [_person(f"h{number}", role) for number, role in enumerate(entry.roles)]
    if entry.report and entry.report.approved_by:
        found.append(_person(PASSES, entry.report.approved_by[0]))
    if not runs & set(entry.roles):
        found.append(_person(RUNS, min(runs)))
    return found


def _person(person_id: str, role: str) -> Person:
    name = f"{person_id.capitalize()} Vale"
    account = f"aad-{person_id}"
    return Person(id=person_id, name=name, aad_object_id=account, roles=frozenset({role}))


async def comes_in_its_time(units: SqlUnitsOfWork, council: str, name: str) -> None:
    """Brought by the calendar or started, in the hands of whoever owes it, closed, told on."""
    walk = await walk_of(units, council, name)
    if walk.entry.dated:
        await _through_the_year(walk)
    else:
        await _from_its_occasion(walk)


async def _through_the_year(walk: Walk) -> None:
    """Every time of the year reaches its owner on its day of opening, once."""
    planned = occurrences(walk.entry, *YEAR, walk.town.council.calendar)
    assert planned, f"{walk.entry.name} does not come round in the year"
    for one in planned:
        walk.at(one.opens_on)
        await walk.town.tick(open_activities)
    written = [one for one in await walk.opens() if one.slot in {"", walk.holders[0]}]
    expected = [one.due_on for one in planned]
    assert [one.due_on for one in written if one.due_on <= YEAR[1]] == expected
    await _told_and_closed(walk, planned[-1], written[len(planned) - 1])


async def _told_and_closed(walk: Walk, planned: Planned, one: Occurrence) -> None:
    """Its own card, its duty, the reminder on its own due day, and its end."""
    for person in walk.holders:
        await _has_it(walk, person, one)
    walk.at(planned.due_on)
    await walk.town.tick(nudge_duties)
    holder = walk.holders[0]
    assert walk.entry.title in walk.cards(holder, "digest")[-1]
    await _closes(walk, holder, one)


async def _has_it(walk: Walk, person: str, one: Occurrence) -> None:
    mine = one
    if one.slot:
        written = await walk.opens()
        mine = next(each for each in written if (each.slot, each.due_on) == (person, one.due_on))
    (said,) = [words(card.card) for card in walk.town.chat(person).cards if card.about == mine.ref]
    assert walk.entry.title in said
    assert say_day(mine.due_on) in said
    for note in notes_asked(walk.entry):
        assert note.text in said
    for content in walk.entry.report.contents if walk.entry.report else ():
        assert content in said
    duties = [duty for duty in await walk.town.duties(person) if duty.subject == mine.ref]
    assert [local_day(duty.due_at) for duty in duties] == [mine.due_on]


async def _closes(walk: Walk, holder: str, one: Occurrence) -> None:
    """Noted with words, or given and passed; nobody has it to do any more."""
    chat = walk.town.chat(holder)
    posted = next(card for card in chat.cards if card.about == one.ref)
    if walk.entry.report:
        await chat.press("give_report", on=posted.card, evidence="https://example.org/it")
        if walk.entry.report.approved_by:
            assert walk.entry.title in walk.cards(PASSES, "report_to_pass")[-1]
            await walk.town.chat(PASSES).press("pass_report")
    else:
        await chat.press("note_outcome", on=posted.card, note_one=WORDS)
    ended = await walk.town.read(lambda uow: uow.calendar.get(one.id))
    assert ended is not None
    assert ended.state is OccurrenceState.DONE
    for person in walk.holders:
        duties = await walk.town.duties(person)
        assert one.ref not in {duty.subject for duty in duties}


async def _from_its_occasion(walk: Walk) -> None:
    """Whoever holds it starts it by its name; what is only planned is started by coordinators."""
    walk.at(SOME_DAY)
    assert await walk.opens() == []
    starter = walk.holders[0] if walk.entry.entry.on else RUNS
    reply = await walk.town.chat(starter).says(f"activity {walk.entry.title}")
    assert reply.card is not None, reply.line
    assert reply.card.kind == "activity_start"
    day = date(2026, 6, 30)
    started = await walk.town.chat(starter).press(
        "start_activity", on=reply.card.render(), day=day.isoformat(), about=WORDS
    )
    assert started.done, started.line
    (one,) = [each for each in await walk.opens() if each.slot in {"", walk.holders[0]}]
    assert one.due_on <= day
    assert walk.cards(walk.holders[0], view_of(one))
    for person in walk.holders if not one.slot else walk.holders[:1]:
        await _has_it(walk, person, one)
    walk.at(one.due_on)
    await walk.town.tick(nudge_duties)
    assert walk.entry.title in walk.cards(walk.holders[0], "digest")[-1]
    await _closes(walk, walk.holders[0], one)


def all_walked(council: str, test: object) -> None:
    """Every entry of the file is among the cases of a test, and no other."""
    marks = vars(test)["pytestmark"]
    (cases,) = (mark.args[1] for mark in marks if mark.name == "parametrize")
    names = [case.values[0] for case in cases]
    framework = council_of(council).framework
    assert sorted(names) == sorted(one.name for one in calendar_entries(framework, planned=True))
