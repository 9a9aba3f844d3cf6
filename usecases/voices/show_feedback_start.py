"""The card on which feedback begins, and the request to a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cards.voices.feedback_prompt import FeedbackPrompt
from cards.voices.feedback_start import DraftLine, FeedbackStart
from domain.calendar.working_days import add_months
from domain.delivery.message import Doubt
from domain.frameworks.sections import FeedbackRule
from domain.voices.rules import called
from domain.voices.voice import SPEAKERS, Voice
from usecases.showing import Look, shows
from usecases.standing import stands_for
from usecases.voices.begin_feedback import START
from usecases.voices.choosing import options
from usecases.voices.finding import voice_ref
from usecases.voices.prompting import PROMPT, prompted

WHO = tuple((str(speaker), title) for speaker, title in SPEAKERS.items())


@shows(START, doubt=Doubt.LET_BE)
async def show_feedback_start(look: Look) -> FeedbackStart | None:
    """What the reader can write down; None for somebody whom the framework asks for nothing."""
    found = await options(look.uow, look.council, look.reader, look.today)
    if not (found.ways or found.surveys) or look.about.key != look.reader.id:
        return None
    drafts = await look.uow.voices.drafts_of(look.reader.id)
    return FeedbackStart(
        ref=look.about,
        version=1,
        ways=tuple((way.key, way.title) for way in found.ways),
        speakers=WHO if any(not way.own for way in found.ways) else (),
        practitioners=tuple((person.id, person.name) for person in found.about),
        drafts=tuple(
            DraftLine(
                ref=voice_ref(one),
                version=one.version,
                text=", ".join(filter(None, (_drafted(found.ways, one), one.case_ref))),
            )
            for one in drafts[:5]
        ),
        may_ask=found.may_ask,
        surveys=tuple((way.key, way.title) for way in found.surveys),
        values=dict(look.typed),
        notice=look.notice or None,
        field=look.field,
    )


def _drafted(ways: Sequence[FeedbackRule], voice: Voice) -> str:
    """``Parent``; of one's own answer what it is about."""
    own = next((way.title for way in ways if way.key == voice.source and way.own), "")
    return own or called(replace(voice, who=""))


@shows(PROMPT)
async def show_feedback_prompt(look: Look) -> FeedbackPrompt | None:
    """For the worker on the record or their cover; None for anybody else."""
    found = await prompted(look.uow, look.council, look.about)
    if found is None:
        return None
    if not await stands_for(look.uow, look.reader, found.case.worker, look.today):
        return None
    since = add_months(look.today, -3)
    voices = await look.uow.voices.of_source(found.way.key, since, look.today)
    cadence = found.way.cadence
    return FeedbackPrompt(
        ref=look.about,
        version=1,
        case=found.case.ref,
        survey=found.way.title,
        why=cadence.event if cadence else "",
        speakers=WHO,
        done=any(voice.case_ref == found.case.ref for voice in voices),
        notice=look.notice or None,
    )
