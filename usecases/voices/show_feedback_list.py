"""The newest feedback outside audits that somebody wrote down or may read."""

from __future__ import annotations

from cards.voices.feedback_list import FeedbackLine, FeedbackList
from domain.calendar.wording import say_day
from domain.delivery.message import Doubt
from usecases.showing import Look, shows
from usecases.voices.finding import VoiceAt, voice_at, voice_ref
from usecases.voices.standing import reads, writes

MOST = 10
LOOKED_AT = 60


@shows("feedback_list", doubt=Doubt.LET_BE)
async def show_feedback_list(look: Look) -> FeedbackList | None:
    """Each only where the framework lets the reader read it."""
    if look.about.key != look.reader.id:
        return None
    runs = look.council.coordinates(look.reader)
    every = [way for way in look.council.framework.feedback if way.on]
    mine = [way.key for way in every if runs or look.reader.holds(frozenset(way.to))]
    found: list[FeedbackLine] = []
    for voice in await look.uow.voices.latest(mine, look.reader.id, LOOKED_AT):
        at = await voice_at(look.uow, look.council, voice.id)
        if at and len(found) < MOST and await _may(look, at):
            found.append(_line(at))
    return FeedbackList(ref=look.about, version=1, voices=tuple(found), notice=look.notice or None)


async def _may(look: Look, at: VoiceAt) -> bool:
    if await writes(look.uow, at, look.reader, look.today):
        return True
    return await reads(look.uow, look.council, at, look.reader)


def _line(at: VoiceAt) -> FeedbackLine:
    day = say_day(at.voice.said_on) if at.voice.said_on else ""
    return FeedbackLine(
        ref=voice_ref(at.voice),
        version=at.voice.version,
        text=at.called,
        detail=", ".join(part for part in (at.title, day) if part),
    )
