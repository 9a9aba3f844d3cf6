"""The duties of observations, in words."""

from __future__ import annotations

from domain.duties import Duty
from domain.observations.observation import ObservationState, PlanState
from domain.observations.questions import rule_of
from usecases.council import Council
from usecases.observations.steps import CONFIRM, FORM, OBSERVE, PLAN
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork


@duty_kind(OBSERVE)
async def describe_observation(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Observe Will Heath``; None once it is returned."""
    found = await uow.observations.get(duty.subject.number)
    if found is None or found.state is not ObservationState.ASSIGNED:
        return None
    whom = await uow.people.get(found.observed) if found.observed else None
    return Described(
        text=f"Observe {whom.name}" if whom else "Observe somebody's practice",
        detail=rule_of(council.framework, found.rule).title,
        view=FORM,
        about=found.ref,
    )


@duty_kind(
    CONFIRM,
    not_mine=(
        "Everybody who assigns observations has it, and the first to send them does it "
        "for all. Where that is not your part, ask whoever keeps the staff list to change "
        "your role."
    ),
)
async def describe_plan(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Confirm the observations of December``; None once they are sent."""
    plan = await uow.observations.plan(duty.subject.number)
    if plan is None or plan.state is PlanState.SENT:
        return None
    return Described(
        text=f"Confirm the observations of {plan.period:%B}",
        detail=rule_of(council.framework, plan.rule).title,
        view=PLAN,
        about=plan.ref,
    )
