"""The recommendations that the next meeting reviews (COL-03, COL-04)."""

from __future__ import annotations

from cards.follow_up.recommendation_agenda import AgendaLine, RecommendationAgenda
from domain.calendar.wording import say_list
from domain.follow_up.rules import known_programme
from domain.follow_up.step import Part, Step, StepState
from domain.people.on_record import People
from usecases.follow_up.recommending import readers
from usecases.follow_up.steps import step_ref
from usecases.showing import Look, shows


@shows("recommendation_agenda")
async def show_recommendation_agenda(look: Look) -> RecommendationAgenda | None:
    """Everything that is asked now, with its evidence or without; None for anybody else."""
    programme = known_programme(look.council.framework, look.about.key)
    rule = programme.recommendations if programme else None
    if programme is None or rule is None:
        return None
    if not (look.reader.holds(readers(rule)) or look.council.coordinates(look.reader)):
        return None
    people = await look.uow.people.all()
    steps = await look.uow.follow_ups.recommended(programme.key)
    return RecommendationAgenda(
        ref=look.about,
        version=1,
        programme=programme.title,
        meeting=rule.meeting,
        points=tuple(_point(step, people) for step in steps if step.running),
        notice=look.notice or None,
    )


def _point(step: Step, people: People) -> AgendaLine:
    sent = step.state is StepState.SENT
    return AgendaLine(
        ref=step_ref(step),
        version=step.version,
        case=step.case_ref,
        words=step.words,
        owner=say_list([people[each].name for each in step.people(Part.WRITE)]),
        state="evidence in" if sent else "no evidence yet",
        evidence=sent,
    )
