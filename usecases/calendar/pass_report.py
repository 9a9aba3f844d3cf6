"""Whoever passes a report lets it out or returns it with a reason."""

from __future__ import annotations

from dataclasses import replace

from domain.calendar.entries import CalendarEntry, entry_of
from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from usecases.asking import Answer, Ask, verb
from usecases.calendar.note_outcome import needed
from usecases.calendar.passing import send_on
from usecases.calendar.steps import TO_PASS, hand_out, record

DECIDED = "Somebody has decided on this, so nothing was changed."


@verb(subject="passing", past="opened it")
async def open_passing(ask: Ask) -> Answer:
    """The card in place of the pressed one; typed words go to it."""
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=TO_PASS, subject=ask.ref), ask.now)
    return Answer(view=TO_PASS, about=ask.ref, line="Here is the report.")


@verb(subject="passing", past="passed it")
async def pass_report(ask: Ask) -> Answer:
    """Its readers are told."""
    found, entry = await _waiting(ask)
    passed = replace(found, state=OccurrenceState.DONE, passed_by=ask.actor.id, passed_at=ask.now)
    saved = await _save(ask, passed, "pass_report")
    await send_on(ask.uow, ask.council, entry, saved, ask.now)
    line = "Passed. Its readers in the staff list are told."
    return Answer(view=TO_PASS, about=ask.ref, changed=(ask.ref, saved.ref), line=line)


@verb(subject="passing", past="returned it")
async def return_report(ask: Ask) -> Answer:
    """Whoever gave it has it to do again, with the reason."""
    found, _ = await _waiting(ask)
    reason = needed(ask, "why", "Please say why you return it. Nothing was returned.")
    back = replace(found, state=OccurrenceState.OPEN, reason=reason)
    saved = await _save(ask, back, "return_report")
    if saved.done_by:
        once = f"returned {saved.version}"
        await hand_out(ask.uow, saved, [saved.done_by], ask.now, once=once)
    line = "Returned with your reason."
    return Answer(view=TO_PASS, about=ask.ref, changed=(ask.ref, saved.ref), line=line)


async def _waiting(ask: Ask) -> tuple[Occurrence, CalendarEntry]:
    found = await ask.uow.calendar.get(ask.ref.number)
    entry = entry_of(ask.council.framework, found.entry) if found else None
    if found is None or entry is None:
        raise NotFoundFault
    if found.state is not OccurrenceState.PASSING:
        raise Fault(DECIDED)
    return found, entry


async def _save(ask: Ask, changed: Occurrence, action: str) -> Occurrence:
    saved = await ask.uow.calendar.save(changed)
    await record(ask.uow, saved, action, ask.now, actor=ask.actor.id)
    await ask.uow.duties.close(saved.passing, DutyState.DONE, ask.now)
    await ask.uow.focuses.clear(ask.actor.id)
    return saved
