"""Tick one thing: talked about, uploaded, shared (HER-10, HER-15, HER-25, SEF-16, LEI-12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.duties import DutyState
from domain.faults import Fault
from domain.follow_up.rules import Terms
from domain.follow_up.step import StepState
from usecases.asking import Answer, Ask, verb
from usecases.follow_up.answering import kept, reply, step_for
from usecases.follow_up.steps import close_duties, settle
from usecases.follow_up.subjects import split_tick


@verb(subject="confirmation", past="confirmed it")
async def confirm_follow_up(ask: Ask) -> Answer:
    """Keep who confirmed what and when; the first word on each tick counts."""
    number, key = split_tick(ask.ref)
    step, terms = await step_for(ask, number, StepState.OPEN)
    if step.said(key):
        raise Fault("This is confirmed already, so nothing was changed.")
    words = accept_words("note", ask.typed("note"))
    given = replace(reply(ask, step, key, words=words), day=_day(ask, terms, key))
    said = await ask.uow.follow_ups.say(step, [given])
    await close_duties(ask.uow, said, (key,), DutyState.DONE, ask.now)
    saved = await settle(ask.uow, ask.council, said, ask.now)
    line = f"Thank you. It is noted for {step.case_ref}."
    return await kept(ask, saved, "confirm_follow_up", "follow_up_confirm", line)


def _day(ask: Ask, terms: Terms, key: str) -> date | None:
    """When it happened, where the tick asks for the day; raises Fault on a day to come."""
    tick = terms.confirmation(key)
    if tick is None or not tick.dated or not ask.typed("day"):
        return None
    try:
        day = date.fromisoformat(ask.typed("day"))
    except ValueError as error:
        raise Fault("I cannot read that day, so nothing was kept.", field="day") from error
    if day > ask.today:
        raise Fault(f"{say_day(day)} is still to come, so nothing was kept.", field="day")
    return day
