"""The form on which something that came in is noted."""

from __future__ import annotations

from cards.intake.intake_form import IntakeForm
from domain.intake.intake import IntakeState
from domain.intake.terms import rule_of
from usecases.intake.note_intake import ASKED
from usecases.intake.steps import FORM, notes
from usecases.showing import Look, shows

ASKS = {
    "none": "",
    "asked": "What does it teach us? (no names)",
    "needed": "What does it teach us? (no names; needed before it is closed)",
}


@shows(FORM)
async def show_intake_form(look: Look) -> IntakeForm | None:
    """None for anybody but whoever writes it, and for those who note such things once it counts."""
    one = await look.uow.intake.get(look.about.number)
    if one is None:
        return None
    if one.noted_by != look.reader.id and not (one.noted and notes(look.council, one, look.reader)):
        return None
    rule = rule_of(look.council.framework, one.rule)
    kept = {
        "kind": one.kind,
        "reference": one.reference,
        "received_on": one.received_on.isoformat() if one.received_on else "",
        "route": one.route,
        "theme": one.theme,
        "outcome": one.outcome,
        "lesson": one.lesson,
    }
    typed = look.typed if look.pressed in {None, look.about} else {}
    return IntakeForm(
        ref=one.ref,
        version=one.version,
        name=rule.title,
        kinds=rule.kinds,
        routes=rule.routes,
        themes=rule.themes,
        outcomes=rule.outcomes,
        lesson=ASKS[rule.lesson],
        values=kept | dict(typed),
        today=look.today,
        asked_again=ASKED in typed,
        noted=one.noted,
        dropped=one.state is IntakeState.DROPPED,
        notice=look.notice or None,
        field=look.field,
    )
