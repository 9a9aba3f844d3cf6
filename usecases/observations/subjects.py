"""How observations and plans are found, and who stands how to them."""

from __future__ import annotations

from domain.observations.observation import Observation, ObservationState
from domain.observations.questions import rule_of
from domain.people.lines import manages
from domain.permissions.relations import Relation
from usecases.asking import Ask, Subject, subject
from usecases.observations.steps import FORM, PLAN, SHARED, assigners
from usecases.standing import stands_for

OPENED = frozenset({ObservationState.ASSIGNED, ObservationState.RETURNED})


@subject("observation")
async def find_observation(ask: Ask) -> Subject | None:
    """The observer's form; whoever covers for them may write as well."""
    found = await ask.uow.observations.get(ask.ref.number)
    if found is None or found.state not in OPENED:
        return None
    holds = await stands_for(ask.uow, ask.actor, found.observer, ask.today)
    return Subject(
        version=found.version,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if holds else set())),
        view=FORM,
        about=found.ref,
        what="Your observation" if holds else "That",
        kept=dict(found.answers) if holds else {},
    )


@subject("observed")
async def find_observed(ask: Ask) -> Subject | None:
    """What is on the record: for whoever was seen, the observer, those above."""
    found = await ask.uow.observations.get(ask.ref.number)
    if found is None or found.returned_at is None:
        return None
    theirs = await reads(ask, found)
    return Subject(
        version=found.version,
        relations=theirs,
        view=SHARED,
        about=found.shared,
        what="The observation" if theirs - {Relation.COLLEAGUE} else "That",
        kept={"comment": found.comment} if Relation.SELF in theirs else {},
    )


async def reads(ask: Ask, found: Observation) -> frozenset[Relation]:
    """How the asking person stands to an observation on the record."""
    people = await ask.uow.people.all()
    observed = people.get(found.observed or "")
    relations = {Relation.COLLEAGUE}
    if found.observed == ask.actor.id:
        relations.add(Relation.SELF)
    if found.observer == ask.actor.id:
        relations.add(Relation.HOLDER)
    if observed and manages(ask.actor, observed, people):
        relations.add(Relation.TOLD)
    return frozenset(relations)


@subject("observation_plan")
async def find_plan(ask: Ask) -> Subject | None:
    """A month's plan, for whoever assigns."""
    plan = await ask.uow.observations.plan(ask.ref.number)
    if plan is None:
        return None
    rule = rule_of(ask.council.framework, plan.rule)
    everybody = await assigners(ask.uow, ask.council, rule, ask.now)
    holds = [await stands_for(ask.uow, ask.actor, one.id, ask.today) for one in everybody]
    return Subject(
        version=plan.version,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if any(holds) else set())),
        view=PLAN,
        about=plan.ref,
        what="The month's observations" if any(holds) else "That",
    )
