"""What somebody can start, the card on which they do, and what nobody holds."""

from __future__ import annotations

from cards.calendar.activities_to_start import ActivitiesToStart, ToStart
from cards.calendar.activity_start import ActivityStart
from cards.calendar.calendar_gaps import CalendarGaps, Gap
from domain.calendar.entries import CalendarEntry, entry_of
from domain.calendar.noting import start_due
from domain.calendar.owners import shares
from usecases.calendar.start_activity import may_start
from usecases.calendar.steps import GAPS, START, TO_START, entry_ref
from usecases.showing import Look, shows

MOST_NAMES = 6


@shows(TO_START)
async def show_activities_to_start(look: Look) -> ActivitiesToStart | None:
    """Those that the reader can start; None where there are none."""
    found = await may_start(look.uow, look.council, look.reader, look.today)
    return listed(look, found)


def listed(look: Look, found: list[CalendarEntry], said: str = "") -> ActivitiesToStart | None:
    """The list of some of them; ``said`` is the word that they fit."""
    if not found:
        return None
    lines = tuple(
        ToStart(ref=entry_ref(one), version=1, name=one.title, when=one.cadence.event)
        for one in found
    )
    return ActivitiesToStart(
        ref=look.about, version=1, found=lines, said=said, notice=look.notice or None
    )


@shows(START)
async def show_activity_start(look: Look) -> ActivityStart | None:
    """None for whoever cannot start it."""
    entry = entry_of(look.council.framework, look.about.key)
    allowed = await may_start(look.uow, look.council, look.reader, look.today)
    if entry is None or entry.name not in {one.name for one in allowed}:
        return None
    return ActivityStart(
        ref=look.about,
        version=1,
        name=entry.title,
        when=entry.cadence.event,
        purpose=entry.entry.note,
        whose=await _whose(look, entry),
        due=start_due(entry, None, look.today, look.council.calendar),
        days_before=entry.cadence.days_before or 0,
        planned=not entry.entry.on,
        values=dict(look.typed) if look.pressed in {None, look.about} else {},
        notice=look.notice or None,
        field=look.field,
    )


async def _whose(look: Look, entry: CalendarEntry) -> tuple[str, ...]:
    """To whom it goes: whoever holds it starts their own alone."""
    people = await look.uow.people.all()
    split = shares(entry, people, look.today)
    own = [share for share in split if share.slot == look.reader.id]
    ids = [one for share in own or split for one in share.people]
    names = [people[one].name for one in ids]
    rest = len(names) - MOST_NAMES
    return (*names[:MOST_NAMES], *([f"{rest} more"] if rest > 0 else []))


@shows(GAPS)
async def show_calendar_gaps(look: Look) -> CalendarGaps | None:
    """What is open and nobody holds; None for whoever does not run cycles, or once all is held."""
    if not look.council.coordinates(look.reader):
        return None
    found = [
        (one, entry_of(look.council.framework, one.entry))
        for one in await look.uow.calendar.unheld()
    ]
    gaps = tuple(
        Gap(
            ref=one.ref,
            version=one.version,
            name=entry.title,
            roles=", ".join(look.council.framework.role_title(role) for role in entry.roles),
            due=one.due_on,
        )
        for one, entry in found
        if entry
    )
    if not gaps:
        return None
    return CalendarGaps(
        ref=look.about, version=1, today=look.today, gaps=gaps, notice=look.notice or None
    )
