"""Leave: kept, ended, covered; who is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.calendar.spoken import Span
from domain.calendar.working_days import ONE_DAY, local_day
from domain.duties import Duty
from domain.people.person import Absence, Person
from domain.refs import Ref
from usecases.agenda.deciders import deciders
from usecases.asking import Ask
from usecases.people.duties import has_own_pace
from usecases.ports import UnitOfWork
from usecases.showing import tell


def leave_ref(person_id: str, first_day: date) -> Ref:
    """The subject of one leave's cards."""
    return Ref("leave", f"{first_day.isoformat()}-{person_id}")


def split_leave(about: Ref) -> tuple[date, str] | None:
    """The first day and the person; None where the reference is none of ours."""
    try:
        return date.fromisoformat(about.key[:10]), about.key[11:]
    except ValueError:
        return None


async def falling_due(uow: UnitOfWork, person_id: str, leave: Absence) -> list[Duty]:
    """The person's open duties that fall due in the leave, or are late before it."""
    found = await uow.duties.open_of(person_id)
    return [duty for duty in found if local_day(duty.due_at) <= leave.last_day]


async def keep(ask: Ask, person: Person, span: Span, cover: str | None) -> Absence:
    """Write the leave in place of all that it overlaps, and tell whom it concerns."""
    await _drop_overlapping(ask, person, span)
    leave = Absence(first_day=span.first, last_day=span.last, cover=cover)
    await ask.uow.people.put_absence(person.id, leave)
    await _record(ask, person.id, "keep_leave", leave)
    await tell_of(ask, person, leave)
    return leave


async def end_today(ask: Ask, person: Person, leave: Absence) -> None:
    """The person is back: the leave ended yesterday, or never began."""
    await ask.uow.people.drop_absence(person.id, leave.first_day, leave.last_day)
    if leave.first_day < ask.today:
        yesterday = ask.today - ONE_DAY
        gone = Absence(first_day=leave.first_day, last_day=yesterday, cover=leave.cover)
        await ask.uow.people.put_absence(person.id, gone)
    await _record(ask, person.id, "end_leave", leave)
    await hasten(ask, person.id)
    await ask.uow.outbox.refresh(leave_ref(person.id, leave.first_day), now=ask.now)


async def cover_with(ask: Ask, person: Person, leave: Absence, cover: str) -> None:
    """Somebody else named who covers; both are told."""
    named = Absence(first_day=leave.first_day, last_day=leave.last_day, cover=cover)
    await ask.uow.people.put_absence(person.id, named)
    await _record(ask, person.id, "name_cover", named)
    await hasten(ask, person.id)
    about = leave_ref(person.id, leave.first_day)
    await tell(ask.uow, "leave_notice", about, cover, now=ask.now, once=_once(named))
    await tell(ask.uow, "leave_notice", about, person.id, now=ask.now, once=_once(named))
    await ask.uow.outbox.refresh(about, now=ask.now)


async def tell_of(ask: Ask, person: Person, leave: Absence) -> None:
    """The cover; where nobody covers what falls due, whoever is asked to name somebody."""
    about = leave_ref(person.id, leave.first_day)
    if leave.cover:
        told: Sequence[str] = [leave.cover]
    elif await _falls_due(ask, person, leave):
        told = [one.id for one in await deciders(ask.uow, ask.council, person, ask.now)]
    else:
        told = []
    for person_id in told:
        await tell(ask.uow, "leave_notice", about, person_id, now=ask.now, once=_once(leave))


async def hasten(ask: Ask, person_id: str) -> None:
    """What was held back for the leave is looked at again by the next tick."""
    for duty in await ask.uow.duties.open_of(person_id):
        if duty.next_nudge_at and duty.next_nudge_at > ask.now and not has_own_pace(duty.kind):
            await ask.uow.duties.step_on(duty, duty.step, ask.now)


async def _falls_due(ask: Ask, person: Person, leave: Absence) -> bool:
    return bool(await falling_due(ask.uow, person.id, leave))


async def _drop_overlapping(ask: Ask, person: Person, span: Span) -> None:
    for old in person.absences:
        if old.overlaps(span.first, span.last):
            await ask.uow.people.drop_absence(person.id, old.first_day, old.last_day)
            about = leave_ref(person.id, old.first_day)
            await ask.uow.outbox.refresh(about, now=ask.now)


async def _record(ask: Ask, person_id: str, action: str, leave: Absence) -> None:
    details: dict[str, str | int | None] = {
        "first": leave.first_day.isoformat(),
        "last": leave.last_day.isoformat(),
        "cover": leave.cover,
    }
    about = Ref("person", person_id)
    await ask.uow.trail.record(about, action, actor=ask.actor.id, now=ask.now, details=details)


def _once(leave: Absence) -> str:
    return f"{leave.last_day.isoformat()} {leave.cover or ''}"
