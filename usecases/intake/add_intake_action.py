"""What follows from something that came in: an action, linked to it (SEF-52)."""

from __future__ import annotations

from datetime import date

from domain.actions.action import WORDS_LIMIT, NewAction, Origin
from domain.actions.days import read_day
from domain.actions.naming import by_name
from domain.actions.terms import check_day, main_rule
from domain.faults import Fault, NotFoundFault
from domain.intake.terms import rule_of
from usecases.actions.outgoing import begin_action
from usecases.asking import Answer, Ask, verb
from usecases.intake.steps import STORY


@verb(subject="intake", past="added an action")
async def add_intake_action(ask: Ask) -> Answer:
    """Keep it; its owner has it at once. Raises Fault where it does not say who does what when."""
    one = await ask.uow.intake.get(ask.ref.number)
    rule = main_rule(ask.council.framework)
    if one is None or not one.noted:
        raise NotFoundFault
    if rule is None or not rule_of(ask.council.framework, one.rule).actions:
        raise Fault("No actions are kept of these here, so nothing was kept.")
    due = _day(ask)
    check_day(rule, due, start=ask.today, today=ask.today)
    people = await ask.uow.people.all()
    owner = by_name(_needed(ask, "name", "whose it is"), people.values(), ask.today)
    what = _needed(ask, "what", "what is to be done")
    new = NewAction(
        rule=rule.key,
        origin=Origin.ALONE,
        what=what,
        owner=owner.id,
        due_on=due,
        added_by=ask.actor.id,
        team=owner.team,
        service=owner.service,
        source=one.ref,
        once=f"intake/{one.id}/{owner.id}/{due}/{len(what)}",
    )
    action = await begin_action(ask.uow, ask.council, new, ask.now)
    if action is None:
        raise Fault("This is kept already, so nothing was added.")
    line = f"{action.label} is kept: {owner.name} has it."
    return Answer(view=STORY, about=one.ref, changed=(one.ref,), notice=line, line=line)


def _needed(ask: Ask, field: str, said: str) -> str:
    words = " ".join(ask.typed(field).split())
    if not words:
        raise Fault(f"Please say {said}. Nothing was kept.", field=field)
    if len(words) > WORDS_LIMIT:
        raise Fault(f"Please keep this to {WORDS_LIMIT} characters. Nothing was kept.", field=field)
    return words


def _day(ask: Ask) -> date:
    day = read_day(ask.typed("due"), ask.today)
    if day is None:
        raise Fault("Please say by which day it is done. Nothing was kept.", field="due")
    return day
