"""Notes and sources of an action in words."""

from __future__ import annotations

from cards.actions.parts import Said
from domain.actions.action import Note, NoteKind
from domain.calendar.wording import say_day
from domain.calendar.working_days import local_day
from usecases.actions.around import Around
from usecases.actions.standing import scene_of
from usecases.council import Council
from usecases.ports import UnitOfWork

DID = {
    NoteKind.PROGRESS: "wrote",
    NoteKind.CLAIMED: "said that it is done",
    NoteKind.SIGNED_OFF: "signed it off",
    NoteKind.RETURNED: "returned it",
    NoteKind.DATE_ASKED: "asked for a later day",
    NoteKind.DATE_GIVEN: "gave the later day",
    NoteKind.DATE_KEPT: "kept the day",
    NoteKind.HANDED_OVER: "handed it over",
    NoteKind.PASSED_UP: "decides on it now",
    NoteKind.REVIEWED: "reviewed it",
}
ORIGINS = {"response": "Immediate response", "alone": ""}


def said_by(of: Around, note: Note) -> Said:
    """The note as a card shows it; a day that goes with it stands in front of the words."""
    day = f"{say_day(note.day)}. " if note.day else ""
    ticks = f"{', '.join(note.ticks)}. " if note.ticks else ""
    return Said(
        who=of.name(note.person_id),
        did=DID[note.kind],
        on=local_day(note.at),
        words=f"{day}{ticks}{note.words}".strip(),
    )


def history_of(of: Around) -> tuple[Said, ...]:
    """Everything with words, oldest first."""
    said = (said_by(of, note) for note in of.action.notes)
    return tuple(one for one in said if one.words)


async def source_of(uow: UnitOfWork, council: Council, of: Around) -> str:
    """``Deep dive audit, area 2 Recording``; ``Moderation of …``; empty where it stands alone."""
    action = of.action
    scene = await scene_of(uow, council, action)
    if scene is None:
        said = ORIGINS.get(action.origin, "")
        source = action.source
        if source and source.kind == "intake":
            came = await uow.intake.get(source.number)
            return f"{came.number}, what came in" if came else said
        response = await uow.responses.get(source.number) if source else None
        return f"{response.number}, {said.lower()}" if response else said
    by = "Moderation, " if action.origin == "moderation" else ""
    areas = {area.number: area.name for area in scene.programme.areas}
    area = f", area {action.area} {areas[action.area]}" if action.area in areas else ""
    return f"{by}{scene.programme.title}{area}"
