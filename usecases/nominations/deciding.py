"""What every answer of a verifier shares: the nomination as it is now, and who may decide."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.nominations.nomination import Nomination, NominationState, Note, NoteKind
from domain.nominations.verifying import stands_apart
from usecases.asking import Answer, Ask
from usecases.nominations.steps import TO_VERIFY, nomination_ref, save, tell_nominator

DECIDED = "This was decided already, so nothing was changed. You can still read it."
NOT_APART = (
    "You stand too near to this one to decide about it, so nothing was changed. "
    "Please pass it on: somebody else will be asked."
)


async def open_for(ask: Ask) -> Nomination:
    """The nomination while it waits for a decision; raises Fault."""
    nomination = await ask.uow.nominations.get(ask.ref.number)
    if nomination is None:
        raise NotFoundFault
    if not nomination.open:
        raise Fault(DECIDED)
    return nomination


async def must_stand_apart(ask: Ask, nomination: Nomination) -> None:
    """Lines change after somebody was asked; raises Fault."""
    if not stands_apart(nomination, ask.actor, await ask.uow.people.all()):
        raise Fault(NOT_APART)


def words_in(ask: Ask, field: str, missing: str) -> str:
    """What was typed; raises Fault with ``missing`` where that is nothing."""
    words = accept_words(field, ask.typed(field))
    if not words:
        raise Fault(missing, field=field)
    return words


async def noted(ask: Ask, nomination: Nomination, kind: NoteKind, words: str) -> Nomination:
    """With the actor's words, for ever."""
    note = Note(kind=kind, person_id=ask.actor.id, words=words, at=ask.now)
    return await ask.uow.nominations.add_note(nomination, note)


async def decide(
    ask: Ask, nomination: Nomination, state: NominationState, action: str
) -> Nomination:
    """Write the decision, end the duties, tell the nominator (SOM-19)."""
    decided = replace(nomination, state=state, decided_at=ask.now)
    saved = await save(ask.uow, decided, action, ask.now, actor=ask.actor.id)
    await ask.uow.duties.close(nomination_ref(saved), DutyState.DONE, ask.now)
    await tell_nominator(ask.uow, saved, ask.now)
    return saved


def shown(nomination: Nomination, line: str) -> Answer:
    """The verifier's card as it is now."""
    about = nomination_ref(nomination)
    return Answer(view=TO_VERIFY, about=about, changed=(about,), line=line)
