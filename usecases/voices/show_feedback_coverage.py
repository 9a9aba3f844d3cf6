"""How far the yearly survey has come, for those who run it or read it."""

from __future__ import annotations

from cards.voices.feedback_coverage import FeedbackCoverage
from domain.delivery.message import Doubt
from domain.voices.coverage import coverage, round_of
from usecases.showing import Look, shows


@shows("feedback_coverage", doubt=Doubt.LET_BE)
async def show_feedback_coverage(look: Look) -> FeedbackCoverage | None:
    """None where the framework has no such survey, and for anybody else."""
    every = (way for way in look.council.framework.feedback if way.on)
    way = next((way for way in every if way.covers == "open_records"), None)
    if way is None or look.about.key != look.reader.id:
        return None
    named = look.reader.holds(frozenset((*way.asked_by, *way.to)))
    if not (named or look.council.coordinates(look.reader)):
        return None
    first_day, last_day = round_of(way, look.today)
    voices = await look.uow.voices.of_source(way.key, first_day, last_day)
    found = coverage((await look.uow.cases.all()).values(), voices)
    return FeedbackCoverage(
        ref=look.about,
        version=1,
        what=way.title,
        first_day=first_day,
        last_day=last_day,
        answered=found.answered,
        missed=found.missed,
        open=found.open,
        notice=look.notice or None,
    )
