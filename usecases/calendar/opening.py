"""Open what the calendar brings, each once, and tell whoever owes it (E-02, E-05, E-19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from domain.calendar.entries import CalendarEntry, calendar_entries, entry_of
from domain.calendar.occurrence import NewOccurrence, Occurrence, OccurrenceState
from domain.calendar.occurrences import to_open
from domain.calendar.owners import Share, shares
from domain.calendar.working_days import add_months, local_day
from domain.people.person import Person
from domain.refs import Ref
from usecases.calendar.steps import ACTOR, GAPS, hand_out, hand_out_late, record, whose
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.nudges.quiet import is_quiet
from usecases.ports import UnitOfWork

LONG_AGO = 26  # months: what comes every two years has a period that begins that long before


@dataclass(slots=True, kw_only=True)
class Opening:
    """One run: its moment, everybody by id, and what was written down before it.

    ``gaps`` are the entries that nobody holds and of which nobody was told yet.
    """

    uow: UnitOfWork
    council: Council
    people: Mapping[str, Person]
    now: datetime
    actor: str = ACTOR
    told_gaps: frozenset[str] = frozenset()
    gaps: set[str] = field(default_factory=set)

    @property
    def today(self) -> date:
        """The day in London."""
        return local_day(self.now)


async def open_activities(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Hand out what is to be done by now, not in quiet hours; gives how many. The caller commits.

    After an outage what came meanwhile is handed out late.
    """
    if is_quiet(council, now) or not await uow.alone("open_activities"):
        return 0
    run = await begin(uow, council, now)
    if not run.people:  # no list of staff yet: nobody owes anything, and nobody could be told
        return 0
    opened = await _found_holders(run) + await _by_the_calendar(run)
    await tell_of_gaps(run)
    return opened


async def _by_the_calendar(run: Opening) -> int:
    """All since the last look: what an outage kept from being told of is told late, once."""
    last_look = await run.uow.calendar.last_look()
    since = add_months(min(last_look or run.today, run.today), -LONG_AGO)
    known = await run.uow.calendar.known(since)
    opened = 0
    for entry in calendar_entries(run.council.framework):
        for planned in to_open(entry, run.today, run.council.calendar, last_look):
            for share in shares(entry, run.people, run.today):
                if (entry.name, planned.period.first_day, share.slot) not in known:
                    new = new_one(entry, share, planned.period.first_day, planned.due_on)
                    opened += bool(await open_one(run, new, share))
    if last_look != run.today:
        await run.uow.calendar.looked(run.today)
    return opened


async def begin(uow: UnitOfWork, council: Council, now: datetime, actor: str = ACTOR) -> Opening:
    """What every opening needs to know."""
    return Opening(
        uow=uow,
        council=council,
        people=await uow.people.all(),
        now=now,
        actor=actor,
        told_gaps=frozenset(await uow.calendar.ever_unheld()),
    )


def new_one(entry: CalendarEntry, share: Share, period: date, due_on: date) -> NewOccurrence:
    """One share of an entry before it has a row."""
    return NewOccurrence(
        entry=entry.name, period=period, slot=share.slot, due_on=due_on, unheld=not share.people
    )


async def open_one(run: Opening, new: NewOccurrence, share: Share) -> Occurrence | None:
    """Write it and hand it out; None where it was opened before."""
    opened = await run.uow.calendar.open(new, run.now)
    if opened is None:
        return None
    if opened.due_on < run.today:
        await record(run.uow, opened, "open_late", run.now, actor=run.actor)
        await hand_out_late(run.uow, opened, share.people, run.now)
    else:
        await record(run.uow, opened, "open_occurrence", run.now, actor=run.actor)
        await hand_out(run.uow, opened, share.people, run.now, once=f"due {opened.due_on}")
    if not share.people and new.entry not in run.told_gaps:
        run.gaps.add(new.entry)
    return opened


async def tell_of_gaps(run: Opening) -> None:
    """Those who run cycles hear once of each entry that nobody holds, in one card."""
    if run.gaps:
        about = Ref(GAPS, run.today.isoformat())
        once = " ".join(sorted(run.gaps))[:60]
        await tell_coordinators(run.uow, run.council, GAPS, about, run.now, once=once)


async def _found_holders(run: Opening) -> int:
    """Hand out what nobody held, once somebody does."""
    found = 0
    for one in await run.uow.calendar.unheld():
        entry = entry_of(run.council.framework, one.entry)
        theirs = whose(run.council, one, run.people, run.today)
        if entry is None or not theirs:
            continue
        state = OccurrenceState.DROPPED if entry.each and not one.slot else one.state
        saved = await run.uow.calendar.save(replace(one, unheld=False, state=state))
        await record(run.uow, saved, "hold_occurrence", run.now)
        if state is OccurrenceState.OPEN:
            await hand_out(run.uow, saved, theirs, run.now, once=f"due {saved.due_on}")
            found += 1
    return found
