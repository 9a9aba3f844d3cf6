"""Open an audit again: the form, the receipt, or the allocation card before there is one."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.showing import tell


@verb(subject="seat")
async def open_audit(ask: Ask) -> Answer:
    """Post the card on which the audit goes on; changes nothing."""
    assessment = await ask.uow.assessments.of_seat(ask.ref.number)
    kind, about = (
        ("grading", form_ref(ask.ref.number)) if assessment else ("audit_allocated", ask.ref)
    )
    await tell(ask.uow, kind, about, ask.actor.id, now=ask.now)
    return Answer(view="audit_allocated", about=ask.ref, line="Here it is again.")
