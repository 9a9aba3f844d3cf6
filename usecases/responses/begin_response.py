"""Raise what cannot wait by typing, at any moment."""

from __future__ import annotations

from domain.faults import Fault
from domain.refs import Ref
from domain.responses.rules import offered
from usecases.asking import Answer, Ask, verb
from usecases.responses.writing import FORM, begin_form

NONE_HERE = (
    "This council has switched this off, so nothing was raised here. "
    "Follow your safeguarding procedure now."
)


@verb(subject="person", past="began to raise a worry")
async def begin_response(ask: Ask) -> Answer:
    """The form, with the record if it was named; whatever else was open waits."""
    if not offered(ask.council.framework, ask.actor.roles):
        raise Fault(NONE_HERE)
    spelt = ask.typed("record").strip().casefold()
    known = next((ref for ref in await ask.uow.cases.all() if ref.casefold() == spelt), "")
    draft = await begin_form(ask, case_ref=known)
    line = "Here is the form. Nobody has been told yet: send it when it says what you saw."
    return Answer(view=FORM, about=Ref("draft", str(draft.id)), line=line)
