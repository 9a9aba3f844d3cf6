"""Decline a nomination kindly, or pass it on to somebody else who may verify it."""

from __future__ import annotations

from domain.faults import Fault
from domain.nominations.nomination import NominationState, NoteKind
from usecases.asking import Answer, Ask, verb
from usecases.nominations.deciding import decide, noted, open_for, shown, words_in
from usecases.nominations.steps import find_verifier, hand_on

NO_NOTE = "Please say why, for the nominator. Nothing was decided yet."
HALF = "Please end the last sentence: the nominator should know why. Nothing was decided yet."
NOBODY = "Nobody else who may verify it stands apart from it, so it stays with you."


@verb(subject="nomination", past="declined it")
async def decline_nomination(ask: Ask) -> Answer:
    """With a note to the nominator; nobody else is told."""
    nomination = await open_for(ask)
    note = words_in(ask, "note", NO_NOTE)
    if note.endswith("because"):
        raise Fault(HALF, field="note")
    said = await noted(ask, nomination, NoteKind.DECLINED, note)
    saved = await decide(ask, said, NominationState.DECLINED, "decline_nomination")
    return shown(saved, "Declined. Your note is on its way.")


@verb(subject="nomination", past="passed it on")
async def pass_nomination(ask: Ask) -> Answer:
    """To the next one who stands apart from it; it never comes back to the same person."""
    passed = await noted(ask, await open_for(ask), NoteKind.PASSED_ON, "")
    other = await find_verifier(ask.uow, ask.council, passed, ask.now)
    if other is None:
        raise Fault(NOBODY)
    saved = await hand_on(ask.uow, passed, other, ask.now, actor=ask.actor.id)
    return shown(saved, f"Thank you for saying so. {other.name} has it now.")
