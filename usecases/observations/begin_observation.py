"""Observations of one's own accord, whatever the calendar says (HER-39, COL-19)."""

from __future__ import annotations

from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from domain.frameworks.sections import Observation as Rule
from domain.observations.observation import NewObservation, Observation
from domain.people.person import Person
from usecases.asking import Answer, Ask, verb
from usecases.council import Council
from usecases.observations.steps import FORM, record

NOT_YOURS = "The framework asks no observations of your role, so nothing was begun."


def rules_to_begin(council: Council, person: Person, whom: Person | None) -> list[Rule]:
    """What the person may do of their own accord; what somebody assigns comes last.

    What is made for whoever is seen comes first.
    """
    may = [
        rule
        for rule in council.framework.observations
        if rule.on
        and person.holds(frozenset(rule.by))
        and not (rule.cadence and rule.cadence.event)
    ]
    fits = {rule.key: bool(whom and whom.holds(frozenset(rule.of))) for rule in may}
    return sorted(may, key=lambda rule: (bool(rule.assigned_by), not fits[rule.key]))


@verb(subject="person")
async def begin_observation(ask: Ask) -> Answer:
    """Open the form, for whoever is named in ``whom``; never the same twice."""
    people = await ask.uow.people.all()
    whom = people.get(ask.typed("whom"))
    rules = rules_to_begin(ask.council, ask.actor, whom)
    if not rules:
        raise Fault(NOT_YOURS)
    if whom is not None and whom.id == ask.actor.id:
        raise Fault("Nobody observes themselves, so nothing was begun.")
    found = await _unfinished(ask, whom) or await _new(ask, rules[0], whom)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=found.ref), ask.now)
    return Answer(view=FORM, about=found.ref, line="Here is the form. Type saw, a colon and words.")


async def _unfinished(ask: Ask, whom: Person | None) -> Observation | None:
    if whom is None:
        return None
    mine = [one for one in await ask.uow.observations.live() if one.observer == ask.actor.id]
    about = (one for one in mine if one.observed == whom.id and one.version and not one.plan_id)
    return next(about, None)


async def _new(ask: Ask, rule: Rule, whom: Person | None) -> Observation:
    new = NewObservation(
        rule=rule.key,
        observer=ask.actor.id,
        observed=whom.id if whom else None,
        period=ask.today,
    )
    opened = await ask.uow.observations.open(new, ask.now)
    if opened is None:
        raise NotFoundFault
    await record(ask.uow, opened, "begin_observation", ask.now, actor=ask.actor.id)
    return opened
