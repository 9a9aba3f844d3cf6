"""One thing that came in, for those who note such things and those who learn from them."""

from __future__ import annotations

from cards.intake.intake import IntakeCard
from domain.actions.action import Action
from domain.intake.terms import rule_of
from usecases.intake.steps import STORY, notes, reads
from usecases.showing import Look, shows


@shows(STORY)
async def show_intake(look: Look) -> IntakeCard | None:
    """None for a stranger, and before it counts."""
    one = await look.uow.intake.get(look.about.number)
    if one is None or not one.noted or one.received_on is None:
        return None
    theirs = notes(look.council, one, look.reader)
    if not (theirs or reads(look.council, one, look.reader)):
        return None
    rule = rule_of(look.council.framework, one.rule)
    actions = await look.uow.actions.of_source(one.ref)
    return IntakeCard(
        ref=one.ref,
        version=one.version,
        number=one.number,
        name=rule.title,
        what=one.kind,
        reference=one.reference,
        received_on=one.received_on,
        theme=one.theme,
        route=one.route,
        outcome=one.outcome,
        lesson=one.lesson,
        actions=tuple([await _line(look, action) for action in actions]),
        may_change=theirs,
        may_add=theirs and rule.actions,
        notice=look.notice or None,
        field=look.field,
    )


async def _line(look: Look, action: Action) -> str:
    """``A-7 Put the list on the desk (Tess Marlow, open)``."""
    owner = await look.uow.people.get(action.owner)
    name = owner.name if owner else "nobody here any more"
    return f"{action.label} {action.what} ({name}, {action.state.value})"
