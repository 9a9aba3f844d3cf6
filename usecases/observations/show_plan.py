"""The month's plan, for whoever assigns it."""

from __future__ import annotations

from cards.observations.observation_plan import ObservationPlanCard, PairLine
from domain.calendar.working_days import local_day
from domain.observations.observation import Observation, PlanState
from domain.observations.pairing import here
from domain.observations.questions import rule_of
from domain.people.person import Person
from usecases.observations.steps import PLAN, assigners
from usecases.showing import Look, shows
from usecases.standing import stands_for


@shows(PLAN)
async def show_observation_plan(look: Look) -> ObservationPlanCard | None:
    """Who observes whom and how far they are; None for anybody else."""
    plan = await look.uow.observations.plan(look.about.number)
    if plan is None:
        return None
    rule = rule_of(look.council.framework, plan.rule)
    everybody = await assigners(look.uow, look.council, rule, look.now)
    if not any([await stands_for(look.uow, look.reader, p.id, look.today) for p in everybody]):
        return None
    people = await look.uow.people.all()
    pairs = await look.uow.observations.of_plan(plan.id)
    taken = {one.observer for one in pairs}
    observers = here(rule.by, people, plan.period, plan.due_on)
    proposed = plan.state is PlanState.PROPOSED
    return ObservationPlanCard(
        ref=plan.ref,
        version=plan.version,
        today=look.today,
        month=f"{plan.period:%B %Y}",
        due=plan.due_on,
        pairs=tuple(_line(one, people) for one in pairs),
        left=tuple(p.name for p in observers if p.id not in taken) if proposed else (),
        theme=plan.theme,
        state="proposed" if proposed else "sent",
        notice=look.notice or None,
        field=look.field,
    )


def _line(one: Observation, people: dict[str, Person]) -> PairLine:
    observer, observed = people.get(one.observer), people.get(one.observed or "")
    return PairLine(
        observer=observer.name if observer else one.observer,
        observed=observed.name if observed else "somebody",
        team=observed.team if observed else "",
        returned_on=local_day(one.returned_at) if one.returned_at else None,
    )
