"""Open a step from a list."""

from __future__ import annotations

from domain.faults import NotFoundFault
from domain.follow_up.rules import known_programme
from domain.follow_up.step import Part, Step, StepKind, StepState
from usecases.asking import Answer, Ask, verb
from usecases.follow_up.people import parts_of
from usecases.follow_up.recommending import readers
from usecases.follow_up.steps import agenda_ref, step_ref, view_of
from usecases.showing import tell


@verb(subject="follow_up")
async def open_follow_up(ask: Ask) -> Answer:
    """Post the step's card below in the chat; whoever signs gets theirs."""
    step = await ask.uow.follow_ups.get(ask.ref.number)
    if step is None:
        raise NotFoundFault
    parts = await parts_of(ask.uow, step, ask.actor, ask.today)
    signs = Part.SIGN in parts and step.state is not StepState.WAITING
    view = "follow_up_sign_off" if signs else view_of(step)
    await tell(ask.uow, view, step_ref(step), ask.actor.id, now=ask.now)
    line = f"{step.case_ref}: here it is."
    if step.kind is StepKind.RECOMMENDATION and await reads_agenda(ask, step):
        return Answer(view="recommendation_agenda", about=agenda_ref(step.programme), line=line)
    return Answer(view=view, about=step_ref(step), line=line)


async def reads_agenda(ask: Ask, step: Step) -> bool:
    """Whether the card of the meeting is theirs to see."""
    programme = known_programme(ask.council.framework, step.programme)
    rule = programme.recommendations if programme else None
    reads = rule is not None and ask.actor.holds(readers(rule))
    return reads or ask.council.coordinates(ask.actor)
