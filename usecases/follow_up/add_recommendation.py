"""Recommend something after an audit (COL-01, COL-03)."""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar.wording import say_date
from domain.faults import Fault, MovedOnFault, NotFoundFault
from domain.follow_up.dates import next_review, review_months
from domain.follow_up.rules import RECOMMENDED
from domain.follow_up.step import NewStep, Part, StepKind, StepState
from domain.frameworks.follow_up import Recommendations
from domain.frameworks.programme import Programme
from usecases.asking import Answer, Ask, verb
from usecases.audits.scene import Scene, scene_of_audit
from usecases.follow_up.answering import words_in
from usecases.follow_up.people import Finder, parties
from usecases.follow_up.recommending import tell_of_review
from usecases.follow_up.steps import begin
from usecases.follow_up.subjects import recommended_in

NO_MEETING = timedelta(days=31)  # where the file has no review month: asked a month later


@verb(subject="recommendations", past="recommended something")
async def add_recommendation(ask: Ask) -> Answer:
    """Keep it with its owner; they are asked for evidence when the next review comes."""
    scene = await scene_of_audit(ask.uow, ask.council, ask.ref.number)
    rule = scene.programme.recommendations if scene else None
    if scene is None or rule is None:
        raise NotFoundFault
    words = words_in(
        ask, "recommendation", said="recommendation", missing="Please write what you recommend."
    )
    new = await _new(ask, scene, rule, words)
    step = await begin(ask.uow, ask.council, new, ask.now, actor=ask.actor.id)
    if step is None:  # somebody else has added one in the same moment
        raise MovedOnFault
    if step.state is not StepState.WAITING:
        await tell_of_review(ask.uow, ask.council, step, ask.now)
    line = f"Kept. {scene.case.ref} comes to the review of {say_date(step.opens_on)}."
    return Answer(view=RECOMMENDED, about=ask.ref, changed=(ask.ref,), line=line)


async def _new(ask: Ask, scene: Scene, rule: Recommendations, words: str) -> NewStep:
    finder = Finder(
        framework=ask.council.framework,
        case=scene.case,
        people=await ask.uow.people.all(),
        today=ask.today,
    )
    owner = ask.typed("owner")
    if owner not in finder.find(relations=rule.owners):
        raise Fault("Please choose who sees it through. Nothing was kept.", field="owner")
    signed = [each for each in finder.find(roles=rule.signed_off_by) if each != owner]
    opens = _review(scene.programme, ask.today)
    number = 1 + len(await recommended_in(ask.uow, scene.audit.id))
    return NewStep(
        kind=StepKind.RECOMMENDATION,
        rule=RECOMMENDED,
        once=f"{RECOMMENDED}/{scene.audit.id}/{number}",
        programme=scene.programme.key,
        audit_id=scene.audit.id,
        case_ref=scene.case.ref,
        because=(scene.audit.id,),
        opens_on=opens,
        due_on=ask.council.calendar.last_of_month(opens),
        words=words,
        parties=(*parties(Part.WRITE, [owner]), *parties(Part.SIGN, signed)),
    )


def _review(programme: Programme, today: date) -> date:
    review = next_review(review_months(programme.cycle), today)
    return review or today + NO_MEETING
