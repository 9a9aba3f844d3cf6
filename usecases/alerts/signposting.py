"""An allegation is not for the bot: it shows the form, and notes that it was sent (SOM-63)."""

from __future__ import annotations

from cards.alerts.alert_signpost import AlertSignpost
from domain.alerts.terms import signpost
from domain.faults import Fault
from usecases.alerts.show_alert import NO_LINK
from usecases.asking import Answer, Ask, verb
from usecases.showing import Look, shows

VIEW = "alert_signpost"
NOTED = "Noted: the form was sent. Nothing else is kept."


@shows(VIEW)
async def show_alert_signpost(look: Look) -> AlertSignpost | None:
    """None where the council has no such form, and for anybody else's card."""
    rule = signpost(look.council.framework)
    if rule is None or look.about.key != look.reader.id:
        return None
    roles = [look.council.framework.role_title(role) for role in rule.to_roles]
    return AlertSignpost(
        ref=look.about,
        version=1,
        name=rule.title,
        form=rule.levels[0] if rule.levels else rule.title,
        to=", ".join(roles),
        link=rule.link or NO_LINK,
        sent=look.notice == NOTED,
        notice=look.notice or None,
    )


@verb(subject="person")
async def show_signpost(ask: Ask) -> Answer:
    """The way to the form; raises Fault where the council names none."""
    if signpost(ask.council.framework) is None:
        raise Fault("This council's framework names no form for that. Nothing was kept.")
    return Answer(view=VIEW, about=ask.ref, line="This goes on another form. Write nothing here.")


@verb(subject="person", past="said that a form was sent")
async def note_form_sent(ask: Ask) -> Answer:
    """That it was sent, when and by whom; nothing about it."""
    await ask.uow.trail.record(ask.ref, "note_form_sent", actor=ask.actor.id, now=ask.now)
    return Answer(view=VIEW, about=ask.ref, notice=NOTED, line=NOTED)
