"""A manager answers what somebody asked about a duty: later reminders, or another holder."""

from __future__ import annotations

from dataclasses import replace

from domain.agenda.ask import AskState, DutyAsk
from domain.calendar.wording import say_day
from domain.duties import Duty, DutyState
from domain.faults import Fault, NotFoundFault
from usecases.agenda.handing_over import hands_of
from usecases.asking import Answer, Ask, verb
from usecases.people.duties import describe
from usecases.showing import tell

ANSWERED = "This is answered already, so nothing was changed."
OVER = "That is done or cancelled by now, so there is nothing left to decide."


@verb(subject="duty_ask", past="agreed to it")
async def agree_put_off(ask: Ask) -> Answer:
    """The steps are counted from the agreed day on; the day it is due stays on record."""
    asked, duty = await _open_ask(ask)
    await ask.uow.duties.plan_anew(duty.id, ask.now)
    until = say_day(asked.until) if asked.until else ""
    return await _decided(ask, asked, duty, AskState.AGREED, f"No reminder before {until}.")


@verb(subject="duty_ask", past="said no")
async def refuse_duty_ask(ask: Ask) -> Answer:
    """Everything stays as it is, and the holder is told."""
    asked, duty = await _open_ask(ask)
    return await _decided(ask, asked, duty, AskState.REFUSED, "It stays as it is.")


@verb(subject="duty_ask", past="gave it to somebody else")
async def give_duty(ask: Ask) -> Answer:
    """By the rules of its kind: raises Fault where the person may not have it."""
    asked, duty = await _open_ask(ask)
    hands = hands_of(duty.kind)
    if hands is None:
        raise Fault("That cannot change hands here. Please settle it where it began.")
    taker = await hands.give(ask, duty, ask.typed("person").strip())
    given = replace(asked, taker=taker.id)
    return await _decided(ask, given, duty, AskState.AGREED, f"{taker.name} has been asked.")


async def _open_ask(ask: Ask) -> tuple[DutyAsk, Duty]:
    asked = await ask.uow.duty_asks.get(ask.ref.number)
    duty = await ask.uow.duties.get(asked.duty_id) if asked else None
    if asked is None or duty is None:
        raise NotFoundFault
    if not asked.waits:
        raise Fault(ANSWERED)
    if duty.state is not DutyState.OPEN:
        raise Fault(OVER)
    return asked, duty


async def _decided(ask: Ask, asked: DutyAsk, duty: Duty, state: AskState, line: str) -> Answer:
    settled = replace(asked, state=state, decided_by=ask.actor.id, decided_at=ask.now)
    saved = await ask.uow.duty_asks.save(settled)
    details = {"version": saved.version, "state": state.value, "to": saved.taker}
    await ask.uow.trail.record(
        saved.ref, f"{saved.kind}_{state}", actor=ask.actor.id, now=ask.now, details=details
    )
    found = await describe(ask.uow, ask.council, duty)
    await tell(ask.uow, "duty_ask", saved.ref, saved.asked_by, now=ask.now, once="answered")
    said = f"{found.text}: {line}" if found else line
    return Answer(view="duty_ask", about=saved.ref, changed=(saved.ref,), line=said)
