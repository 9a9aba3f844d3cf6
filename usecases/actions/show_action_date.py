"""A later day that is asked for."""

from __future__ import annotations

from cards.actions.action_date import ActionDate
from domain.actions.action import NoteKind
from domain.calendar.wording import say_day
from usecases.actions.around import Around, around, holds_any
from usecases.actions.standing import may_see
from usecases.actions.subjects import split_signing
from usecases.showing import Look, shows


@shows("action_date")
async def show_action_date(look: Look) -> ActionDate | None:
    """Both days and why; None for whoever has nothing to do with it."""
    action = await look.uow.actions.get(split_signing(look.about)[0])
    if action is None:
        return None
    of = await around(look.uow, look.council, action, look.today)
    if not await may_see(look.uow, look.council, of, look.reader):
        return None
    asked = action.last(NoteKind.DATE_ASKED)
    return ActionDate(
        ref=look.about,
        version=action.version,
        named=action.named,
        what=action.what,
        owner=of.name(action.owner),
        due=action.due_on,
        asked=action.asked_due,
        why=asked.words if asked else "",
        decided="" if action.asked_due else _decided(of),
        may=look.reader.id != action.owner
        and holds_any(look.reader, of.deciders, of.people, look.today),
        notice=look.notice or None,
    )


def _decided(of: Around) -> str:
    note = of.action.last(NoteKind.DATE_GIVEN, NoteKind.DATE_KEPT)
    if note is None:
        return ""
    if note.kind is NoteKind.DATE_GIVEN and note.day:
        return f"{of.name(note.person_id)} gave {say_day(note.day)}"
    return f"{of.name(note.person_id)} kept {say_day(of.action.due_on)}"
