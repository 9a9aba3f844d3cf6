"""Run a survey, ask colleagues, answer for oneself (SEF-43, SEF-58, SOM-29, SOM-35, HER-38)."""

from __future__ import annotations

import re

from domain.calendar.wording import say_count
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.nominations.naming import whom
from domain.people.person import Person
from domain.voices.rules import answers_own, asked_alone
from domain.voices.voice import NewVoice, Speaker
from usecases.asking import Answer, Ask, verb
from usecases.voices.begin_feedback import HERE, START
from usecases.voices.finding import voice_ref
from usecases.voices.rounds import (
    ROUND,
    SURVEY,
    Survey,
    ask_everybody,
    has_answered,
    is_closed,
    survey_at,
    who_answers,
)
from usecases.voices.writing import begin

ENDED = "This round has ended, so nothing was changed."
ANSWERED = "You have answered this, thank you. Nothing was added."
NOBODY = "Please write whom to ask: names, or a team. Nobody was asked."
WHICH = "Please choose which questions to ask. Nobody was asked."


@verb(subject="round", past="sent the questions")
async def send_round(ask: Ask) -> Answer:
    """Ask everybody who answers it themselves; whoever was asked is not asked again."""
    survey = await _running(ask)
    people = await who_answers(ask.uow, ask.council, survey, ask.today)
    sent = await ask_everybody(ask.uow, survey, people, ask.now)
    await _record(ask, "send_round")
    if survey.audit_id:
        await ask.uow.duties.close(ask.ref, DutyState.DONE, ask.now)
    line = f"{say_count(sent, 'colleague')} asked." if sent else "Everybody was asked before."
    return Answer(view=ROUND, about=ask.ref, changed=(ask.ref,), notice=line, line=line)


@verb(subject="round", past="ended the round")
async def close_round(ask: Ask) -> Answer:
    """The round is over; what was kept stays, and nobody is reminded any more."""
    await _running(ask)
    await _record(ask, "close_round")
    await ask.uow.duties.close(ask.ref, DutyState.DONE, ask.now)
    return Answer(view=ROUND, about=ask.ref, changed=(ask.ref,), line="Ended. What was kept stays.")


@verb(subject="survey", past="began an answer")
async def answer_survey(ask: Ask) -> Answer:
    """Post the form of one's own answer."""
    survey = survey_at(ask.council, ask.ref)
    if survey is None:
        raise NotFoundFault
    if await has_answered(ask.uow, survey, ask.actor, ask.today):
        raise Fault(ANSWERED)
    way = survey.way
    new = NewVoice(
        speaker=Speaker.OTHER,
        noted_by=ask.actor.id,
        source=way.key,
        how=asked_alone(way, Speaker.OTHER).ways[0],
    )
    voice = await begin(ask, new)
    await ask.uow.trail.record(
        voice_ref(voice),
        "answer_survey",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": voice.version, "survey": ask.ref.key},
    )
    return Answer(view=SURVEY, about=ask.ref, line=HERE)


@verb(subject="person", past="asked colleagues for feedback", again=START)
async def ask_colleagues(ask: Ask) -> Answer:
    """Send the questions to people or teams by name, as after a diagnostic; raises Fault."""
    every = ask.council.framework.feedback
    mine = (way for way in every if way.on and way.own and _may_ask(ask, way.asked_by))
    way = next((way for way in mine if way.key == ask.typed("survey")), None)
    if way is None:
        raise Fault(WHICH, field="survey")
    people = [one for one in await _meant(ask) if answers_own(way, one)]
    survey = Survey(way=way, since=ask.today)
    sent = await ask_everybody(ask.uow, survey, people, ask.now)
    await ask.uow.trail.record(ask.ref, "ask_colleagues", actor=ask.actor.id, now=ask.now)
    line = f"{way.title}: {say_count(sent, 'colleague')} asked."
    return Answer(view=START, about=ask.ref, notice=line, line=line)


def _may_ask(ask: Ask, roles: tuple[str, ...]) -> bool:
    return ask.actor.holds(frozenset(roles)) or ask.council.coordinates(ask.actor)


async def _meant(ask: Ask) -> list[Person]:
    """Everybody who is named, or belongs to a team that is; raises Fault at the first unknown."""
    every = await ask.uow.people.all()
    here = [one for one in every.values() if one.here_on(ask.today)]
    said = [part.strip() for part in re.split(r"[,;\n]", ask.typed("whom")) if part.strip()]
    if not said:
        raise Fault(NOBODY, field="whom")
    found: dict[str, Person] = {}
    for part in said:
        team = [one for one in here if one.team.casefold() == part.casefold()]
        one = whom(part, here).one
        if not (team or one):
            raise Fault(
                f"I know no colleague or team called {part[:60]}. Nobody was asked.", field="whom"
            )
        found |= {each.id: each for each in team or ([one] if one else [])}
    return list(found.values())


async def _running(ask: Ask) -> Survey:
    survey = survey_at(ask.council, ask.ref)
    if survey is None:
        raise NotFoundFault
    if await is_closed(ask.uow, survey):
        raise Fault(ENDED)
    return survey


async def _record(ask: Ask, action: str) -> None:
    await ask.uow.trail.record(ask.ref, action, actor=ask.actor.id, now=ask.now)
