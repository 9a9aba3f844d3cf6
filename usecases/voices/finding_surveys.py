"""How rounds and surveys are found: for whoever runs them, and whoever answers them."""

from __future__ import annotations

from domain.permissions.relations import Relation
from domain.voices.rules import answers_own
from usecases.asking import Ask, Subject, subject
from usecases.standing import stands_for
from usecases.voices.rounds import ROUND, SURVEY, holders, is_run, survey_at


@subject("round")
async def find_round(ask: Ask) -> Subject | None:
    """A round, for those who run it and their covers."""
    survey = survey_at(ask.council, ask.ref)
    if survey is None or not await is_run(ask.uow, ask.council, survey):
        return None
    found = {Relation.COLLEAGUE}
    for person in await holders(ask.uow, ask.council, survey, ask.now):
        if await stands_for(ask.uow, ask.actor, person.id, ask.today):
            found.add(Relation.HOLDER)
    return Subject(
        version=1, relations=frozenset(found), view=ROUND, about=ask.ref, what=survey.way.title
    )


@subject("survey")
async def find_survey(ask: Ask) -> Subject | None:
    """A survey; those who answer it themselves stand to it as holders."""
    survey = survey_at(ask.council, ask.ref)
    if survey is None or not survey.way.own:
        return None
    mine = answers_own(survey.way, ask.actor)
    return Subject(
        version=1,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if mine else set())),
        view=SURVEY,
        about=ask.ref,
        what=survey.way.title,
    )
