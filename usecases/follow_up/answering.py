"""What every answer to a step shares: the step as it is now, its terms, its words."""

from __future__ import annotations

from domain.audits.grading import accept_words
from domain.faults import Fault, NotFoundFault
from domain.follow_up.rules import Terms, terms_of
from domain.follow_up.step import Reply, Step, StepState, Verdict
from domain.refs import Ref
from usecases.asking import Answer, Ask
from usecases.follow_up.steps import agenda_ref, record, step_ref

CLOSED = "This is settled already, so nothing was changed. You can still read it."
NOT_YET = "Nobody is asked for this yet, so nothing was kept. You will get the card on its day."


async def step_for(ask: Ask, number: int, *states: StepState) -> tuple[Step, Terms]:
    """The step that is asked about, if it is in one of the states; raises Fault."""
    step = await ask.uow.follow_ups.get(number)
    if step is None:
        raise NotFoundFault
    if step.state not in states:
        raise Fault(NOT_YET if step.state is StepState.WAITING else CLOSED)
    return step, terms_of(ask.council.framework, step)


def words_in(ask: Ask, field: str, *, said: str, missing: str) -> str:
    """What was typed; raises Fault with ``missing`` where that is nothing."""
    words = accept_words(field, ask.typed(field), said=said)
    if not words:
        raise Fault(f"{missing} Nothing was kept.", field=field)
    return words


def reply(ask: Ask, step: Step, part: str, *, words: str = "", place: int = 0) -> Reply:
    """The actor's word in this round."""
    return Reply(
        part=part,
        person_id=ask.actor.id,
        at=ask.now,
        round=step.round,
        place=place,
        words=words,
        verdict=Verdict.NONE,
    )


async def kept(ask: Ask, step: Step, action: str, view: str, line: str) -> Answer:
    """The trail's line, and the card as it is after the answer."""
    await record(ask.uow, step, action, ask.now, actor=ask.actor.id)
    about: Ref = step_ref(step)
    changed = (about, *(step_ref(each) for each in await _siblings(ask, step)))
    return Answer(view=view, about=about, changed=(*changed, agenda_ref(step.programme)), line=line)


async def _siblings(ask: Ask, step: Step) -> list[Step]:
    """What else the same audits caused: an alert tells how far the review has come."""
    return [each for each in await ask.uow.follow_ups.of_audit(step.audit_id) if each.id != step.id]
