"""Return what was written, with the reason (HER-12, E-41)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.calendar.wording import say_day
from domain.duties import DutyState
from domain.faults import Fault
from domain.follow_up.dates import next_review, review_months
from domain.follow_up.rules import known_programme
from domain.follow_up.step import Part, Step, StepKind, StepState, Verdict
from usecases.asking import Answer, Ask, verb
from usecases.follow_up.answering import kept, reply, step_for, words_in
from usecases.follow_up.steps import ask_for, close_duties

AGAIN_WITHIN = timedelta(days=7)  # no document says; a product default (E-98)


@verb(subject="sign_off", past="returned it")
async def return_follow_up(ask: Ask) -> Answer:
    """Back to whoever wrote it; a recommendation stays open to the next review (E-41)."""
    step, _ = await step_for(ask, ask.ref.number, StepState.SENT, StepState.OPEN)
    if step.state is StepState.OPEN and step.kind is not StepKind.RECOMMENDATION:
        raise Fault("It has not been sent to you yet, so there is nothing to return.")
    words = words_in(ask, "reason", said="reason", missing="Please say what is still missing.")
    back = replace(reply(ask, step, Part.SIGN, words=words), verdict=Verdict.RETURNED)
    said = await ask.uow.follow_ups.say(step, [back])
    await close_duties(ask.uow, said, (Part.SIGN, Part.WRITE), DutyState.DONE, ask.now)
    saved, line = await _again(ask, replace(said, round=said.round + 1))
    return await kept(ask, saved, "return_follow_up", "follow_up_sign_off", line)


async def _again(ask: Ask, step: Step) -> tuple[Step, str]:
    review = _next_review(ask, step)
    if review:
        waits = replace(
            step,
            state=StepState.WAITING,
            opens_on=review,
            due_on=ask.council.calendar.last_of_month(review),
            again_on=None,
        )
        saved = await ask.uow.follow_ups.save(waits)
        return saved, f"Returned. It stays open to the review of {say_day(review)}."
    due = max(step.due_on, ask.today + AGAIN_WITHIN)
    saved = await ask_for(ask.uow, ask.council, replace(step, due_on=due), ask.now)
    return saved, f"Returned. It is asked for again by {say_day(due)}."


def _next_review(ask: Ask, step: Step) -> date | None:
    if step.kind is not StepKind.RECOMMENDATION:
        return None
    programme = known_programme(ask.council.framework, step.programme)
    months = review_months(programme.cycle) if programme else ()
    return next_review(months, ask.today, later=True)
