"""What no calendar brings is started by those who hold it, or by those who run cycles."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from domain.actions.days import read_day
from domain.audits.grading import accept_words
from domain.calendar.entries import CalendarEntry, calendar_entries, entry_of
from domain.calendar.noting import LIMIT, start_due
from domain.calendar.occurrence import Occurrence
from domain.calendar.owners import holders, shares
from domain.calendar.wording import say_day
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from domain.people.person import Person
from usecases.asking import Answer, Ask, verb
from usecases.calendar.opening import begin, new_one, open_one, tell_of_gaps
from usecases.calendar.steps import START, is_one_of, view_of
from usecases.council import Council
from usecases.ports import UnitOfWork

_BOTH = re.compile(r"^(?P<day>.{3,40}?),? about (?P<about>\S.*)$", re.DOTALL | re.IGNORECASE)
WHEN = "Please say by which day, like 2026-12-03. Nothing was started."


async def may_start(
    uow: UnitOfWork, council: Council, person: Person, today: date
) -> list[CalendarEntry]:
    """What the person can start, by title; what is planned and not running by coordinators."""
    people = await uow.people.all()
    runs = council.coordinates(person)
    found = [
        one
        for one in calendar_entries(council.framework, planned=runs)
        if one.startable and (runs or is_one_of(person, holders(one, people, today), people, today))
    ]
    return sorted(found, key=lambda one: (one.title, one.name))


@verb(subject="calendar_entry", past="opened it")
async def choose_activity(ask: Ask) -> Answer:
    """The card on which it is started."""
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=START, subject=ask.ref), ask.now)
    return Answer(view=START, about=ask.ref, line="Say by which day, and start it.")


@verb(subject="calendar_entry", past="started it")
async def start_activity(ask: Ask) -> Answer:
    """Open it for whoever holds it; raises Fault where no day is known or it is open for it."""
    entry = entry_of(ask.council.framework, ask.ref.key)
    if entry is None:
        raise NotFoundFault
    day, about = _said(ask)
    due = _due(ask, entry, day)
    about = accept_words("about", about, said="text")
    if len(about) > LIMIT:
        raise Fault(f"Please keep this to {LIMIT} characters.", field="about")
    opened = await _open(ask, entry, due, about)
    if not opened:
        raise Fault(
            f"This is in the calendar for {say_day(due)} already. Nothing was started twice.",
            field="day",
        )
    await ask.uow.focuses.clear(ask.actor.id)
    line = f"Started: {entry.title}, due {say_day(due)}."
    mine = next((one for one in opened if one.slot in {"", ask.actor.id}), opened[0])
    return Answer(view=view_of(mine), about=mine.ref, notice=line, line=line)


def _said(ask: Ask) -> tuple[str, str]:
    """The day and what it is about; in one line where it was typed."""
    day, about = ask.typed("day"), ask.typed("about")
    both = _BOTH.match(day)
    return (both["day"], both["about"]) if both and not about else (day, about)


def _due(ask: Ask, entry: CalendarEntry, said: str) -> date:
    day = read_day(said, ask.today) if said.strip() else None
    if said.strip() and day is None:
        raise Fault(WHEN, field="day")
    if day is not None and day < ask.today:
        raise Fault("That day is over. Nothing was started.", field="day")
    due = start_due(entry, day, ask.today, ask.council.calendar)
    if due is None:
        raise Fault(WHEN, field="day")
    return due


async def _open(ask: Ask, entry: CalendarEntry, due: date, about: str) -> list[Occurrence]:
    """One for all, or everybody's own; whoever holds it starts their own alone."""
    run = await begin(ask.uow, ask.council, ask.now, ask.actor.id)
    split = shares(entry, run.people, run.today)
    own = [share for share in split if share.slot == ask.actor.id]
    opened = []
    for share in own or split:
        new = replace(new_one(entry, share, due, due), started_by=ask.actor.id, about=about)
        opened.append(await open_one(run, new, share))
    await tell_of_gaps(run)
    return [one for one in opened if one]
