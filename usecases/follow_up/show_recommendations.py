"""What an audit recommends, for its auditors and those who run cycles."""

from __future__ import annotations

from cards.follow_up.recommendations import Recommendations, Recommended
from domain.calendar.wording import say_list
from domain.follow_up.dates import next_review, review_months
from domain.follow_up.step import Part, StepState
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, scene_of_audit
from usecases.follow_up.people import Finder
from usecases.follow_up.subjects import recommended_in
from usecases.showing import Look, shows

STATES = {
    StepState.WAITING: "ahead",
    StepState.OPEN: "evidence asked",
    StepState.SENT: "to sign off",
    StepState.DONE: "signed off",
    StepState.CANCELLED: "dropped",
}


@shows("recommendations")
async def show_recommendations(look: Look) -> Recommendations | None:
    """What is there already and a form for the next; None for anybody else."""
    scene = await scene_of_audit(look.uow, look.council, look.about.number)
    rule = scene.programme.recommendations if scene else None
    if scene is None or rule is None or not await _adds(look, scene):
        return None
    people = await look.uow.people.all()
    kept = await recommended_in(look.uow, scene.audit.id)
    framework = look.council.framework
    finder = Finder(framework=framework, case=scene.case, people=people, today=look.today)
    able = finder.find(relations=rule.owners)
    return Recommendations(
        ref=look.about,
        version=1 + len(kept),
        programme=scene.programme.title,
        case=scene.case.ref,
        kept=tuple(
            Recommended(
                words=step.words,
                owner=say_list([people[each].name for each in step.people(Part.WRITE)]),
                state=STATES[step.state],
            )
            for step in kept
        ),
        owners=tuple((each, look.council.describe(people[each])) for each in able),
        meeting=rule.meeting,
        review_on=next_review(review_months(scene.programme.cycle), look.today),
        typed_words=look.typed.get("recommendation", ""),
        typed_owner=look.typed.get("owner"),
        notice=look.notice or None,
        field=look.field,
    )


async def _adds(look: Look, scene: Scene) -> bool:
    if look.council.coordinates(look.reader):
        return True
    for seat in scene.seats:
        if await holds_seat(look.uow, look.reader, seat, look.today):
            return True
    return False
