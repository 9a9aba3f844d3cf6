"""A month's assignment is proposed to whoever assigns, and its end is watched (SEF-31)."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import NewDuty
from domain.frameworks.sections import Observation as Rule
from domain.observations.observation import (
    NewObservation,
    ObservationPlan,
    ObservationState,
    PlanState,
)
from domain.observations.pairing import here, pair
from domain.observations.questions import rule_of
from domain.observations.times import Window
from usecases.council import Council
from usecases.observations.steps import CONFIRM, PLAN, assigners, record_plan
from usecases.ports import UnitOfWork
from usecases.showing import tell

CONFIRM_WITHIN = 3  # working days; no document says (E-98)


async def propose(
    uow: UnitOfWork, council: Council, rule: Rule, found: Window, now: datetime
) -> int:
    """Propose who observes whom; nobody but the assigners hears of it. Gives 1, or 0 if known."""
    plan = await uow.observations.open_plan(
        ObservationPlan(
            id=0,
            rule=rule.key,
            period=found.first_day,
            due_on=found.due_on,
            theme=await _theme(uow, council, found),
        )
    )
    if plan is None:
        return 0
    people = await uow.people.all()
    observers = here(rule.by, people, found.first_day, found.due_on)
    observed = here(rule.of, people, found.first_day, found.due_on)
    last = await uow.observations.last_seen([rule.key])
    for observer, one in pair(observers, observed, last, people).pairs:
        new = NewObservation(
            rule=rule.key,
            observer=observer.id,
            observed=one.id,
            state=ObservationState.PROPOSED,
            period=found.first_day,
            slot=observer.id,
            due_on=found.due_on,
            plan_id=plan.id,
        )
        await uow.observations.open(new, now)
    await record_plan(uow, plan, "propose_observations", now)
    await _ask(uow, council, rule, plan, now)
    return 1


async def _ask(
    uow: UnitOfWork, council: Council, rule: Rule, plan: ObservationPlan, now: datetime
) -> None:
    day = council.calendar.on_or_after(local_day(now))
    for _ in range(CONFIRM_WITHIN):
        day = council.calendar.on_or_after(day.fromordinal(day.toordinal() + 1))
    for person in await assigners(uow, council, rule, now):
        duty = NewDuty(
            kind=CONFIRM,
            subject=plan.ref,
            holder=person.id,
            due_at=end_of_day(min(day, plan.due_on)),
        )
        await uow.duties.open(duty, now)
        await tell(uow, PLAN, plan.ref, person.id, now=now, once="proposed")


async def _theme(uow: UnitOfWork, council: Council, found: Window) -> str:
    """The theme of the audits that open in the period; empty where they have none."""
    for key in council.framework.programmes:
        for cycle in await uow.audits.cycles(key):
            if cycle.theme and found.first_day <= cycle.opens_on <= found.due_on:
                return cycle.theme
    return ""


async def tell_of_late(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Tell whoever assigned it, once, what is still missing when the period is over."""
    today, told = local_day(now), 0
    live = await uow.observations.live()
    for number in sorted({one.plan_id for one in live if one.plan_id}):
        plan = await uow.observations.plan(number)
        if plan is None or plan.state is not PlanState.SENT or plan.due_on >= today:
            continue
        rule = rule_of(council.framework, plan.rule)
        for person in await assigners(uow, council, rule, now):
            told += await tell(uow, PLAN, plan.ref, person.id, now=now, once="late")
    return told
