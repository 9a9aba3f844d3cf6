"""Can't take this one: the seat goes to somebody else."""

from __future__ import annotations

from domain.audits.grading import accept_words
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.giving_back import give_back
from usecases.audits.loading import seat_for

REASONS = ("conflict", "away", "workload", "other")
NOTE_LIMIT = 500


@verb(subject="seat", past="could not take it")
async def decline_audit(ask: Ask) -> Answer:
    """Take the seat back with a reason and allocate it again."""
    scene, seat = await seat_for(ask)
    reason = ask.typed("reason")
    if reason not in REASONS:
        raise Fault(
            "Please choose why: you know the family, you will be away, you have too much on, "
            "or something else. Nothing was changed.",
            field="reason",
        )
    note = accept_note(ask.typed("note"))
    given = await give_back(ask, scene, seat, reason=reason, note=note)
    found = "Somebody else has been asked." if given.holder else "The QA team looks for somebody."
    line = f"{scene.case.ref} is no longer yours. {found}"
    return Answer(view="audit_allocated", about=ask.ref, changed=scene.seat_refs(), line=line)


def accept_note(text: str) -> str:
    """A note as it will be kept; raises Fault where it is too long."""
    if len(text) > NOTE_LIMIT:
        raise Fault(
            f"Your note has {len(text):,} characters and this box takes {NOTE_LIMIT}. "
            "Nothing was changed: please shorten it.",
            field="note",
        )
    return accept_words("note", text)
