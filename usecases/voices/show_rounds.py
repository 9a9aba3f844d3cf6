"""A survey for whoever runs it, and for whoever answers it."""

from __future__ import annotations

from cards.voices.feedback_round import FeedbackRound
from cards.voices.survey_asked import SurveyAsked
from domain.delivery.message import Doubt
from domain.voices.rules import answers_own, asked_alone
from domain.voices.voice import Speaker, VoiceState
from usecases.showing import Look, shows
from usecases.standing import stands_for
from usecases.voices.rounds import (
    ROUND,
    SURVEY,
    audit_of,
    has_answered,
    holders,
    is_closed,
    is_run,
    run_by,
    survey_at,
    who_answers,
)


@shows(ROUND)
async def show_round(look: Look) -> FeedbackRound | None:
    """For those who run it; None for anybody else."""
    survey = survey_at(look.council, look.about)
    if survey is None or not await is_run(look.uow, look.council, survey):
        return None
    mine = await holders(look.uow, look.council, survey, look.now)
    if not any([await stands_for(look.uow, look.reader, one.id, look.today) for one in mine]):
        return None
    kept = await look.uow.voices.of_source(survey.way.key, survey.since, look.today)
    heard = [voice for voice in kept if voice.state is VoiceState.HEARD]
    people = await who_answers(look.uow, look.council, survey, look.today)
    after = await audit_of(look.uow, look.council, survey)
    return FeedbackRound(
        ref=look.about,
        version=1,
        what=survey.way.title,
        note=survey.way.note,
        link=survey.way.link,
        first_day=survey.since,
        due=run_by(look.council, survey),
        after=after.case.ref if after else "",
        heard=len(heard),
        asked=len(people),
        closed=await is_closed(look.uow, survey),
        notice=look.notice or None,
    )


@shows(SURVEY, doubt=Doubt.LET_BE)
async def show_survey(look: Look) -> SurveyAsked | None:
    """For one person; done once they have answered since."""
    survey = survey_at(look.council, look.about)
    if survey is None or not answers_own(survey.way, look.reader):
        return None
    return SurveyAsked(
        ref=look.about,
        version=1,
        what=survey.way.title,
        questions=asked_alone(survey.way, Speaker.OTHER).questions,
        until=survey.until,
        done=await has_answered(look.uow, survey, look.reader, look.today),
        notice=look.notice or None,
    )
