"""An action with a note, filled for tests of storage."""

from __future__ import annotations

from datetime import date

from domain.actions.action import Action, NewAction, Note, NoteKind, Origin
from domain.audits.audit import Seat
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW

DUE = date(2026, 10, 20)


def new_action(words: str = "Hold a meeting with the school", **more: object) -> NewAction:
    """Ben's, from nowhere unless ``more`` says otherwise."""
    plain = {"rule": "audit_actions", "origin": Origin.ALONE, "owner": "ben", "added_by": "ada"}
    given = {**plain, "what": words, "due_on": DUE, **more}
    return NewAction(**given)  # type: ignore[arg-type]  # its own fields, by name


async def fill_actions(uow: SqlUnitOfWork, seat: Seat, words: str) -> Action:
    """One action of an audit and one note, all with those words."""
    new = new_action(words, done_when=words, audit_id=seat.audit_id, case_ref="C-2")
    action = await uow.actions.add(new, NOW)
    assert action is not None
    note = Note(kind=NoteKind.PROGRESS, person_id="ben", at=NOW, words=words)
    return await uow.actions.note(action, note)
