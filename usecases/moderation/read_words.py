"""Their words: everything that the auditors wrote, on a card below; changes nothing."""

from __future__ import annotations

from cards.moderation.moderation_words import ModerationWords
from usecases.asking import Answer, Ask, verb
from usecases.audits.holding import holds_seat
from usecases.moderation.deciding import NOT_YET
from usecases.moderation.show_moderation_decision import words_of
from usecases.moderation.sitting import sitting_of
from usecases.showing import Look, shows, tell


@verb(subject="decision")
async def read_words(ask: Ask) -> Answer:
    """Post the words once the member may see them; until then the card stays as it is."""
    sitting = await sitting_of(ask.uow, ask.council, ask.ref.number)
    line = NOT_YET
    if sitting and sitting.sees:
        await tell(ask.uow, "moderation_words", ask.ref, ask.actor.id, now=ask.now)
        line = "Here are their words."
    return Answer(view="moderation_decision", about=ask.ref, line=line)


@shows("moderation_words")
async def show_moderation_words(look: Look) -> ModerationWords | None:
    """The words, for a member who may see them now; None for anybody else."""
    sitting = await sitting_of(look.uow, look.council, look.about.number)
    if sitting is None or not sitting.sees:
        return None
    if not await holds_seat(look.uow, look.reader, sitting.seat, look.today):
        return None
    scene = sitting.scene
    names = {area.number: f"{area.number} · {area.name}" for area in scene.programme.areas}
    return ModerationWords(
        ref=look.about,
        version=sitting.moderation.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        areas=tuple((names[number], words) for number, words in words_of(sitting) if words),
        notice=look.notice or None,
    )
