"""What an audit recommends, and the meetings that review it (COL-03, COL-04, E-41)."""

from __future__ import annotations

from datetime import date, datetime

from domain.audits.outcome import Outcome
from domain.calendar.working_days import add_months, local_day
from domain.follow_up.dates import review_months
from domain.follow_up.rules import RECOMMENDED, known_programme
from domain.follow_up.step import Step
from domain.frameworks.follow_up import Recommendations
from domain.frameworks.programme import Programme
from domain.refs import Ref
from usecases.audits.occasions import on_final
from usecases.audits.scene import Scene
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.follow_up.steps import agenda_ref
from usecases.ports import UnitOfWork
from usecases.showing import tell


@on_final
async def follow_with_recommendations(
    uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime
) -> None:
    """Ask the auditors and whoever runs cycles what the audit recommends."""
    rule = scene.programme.recommendations
    if rule is None or not rule.on:
        return
    asked = [s.holder for s in scene.seats if s.role in rule.added_by and s.holder]
    asked += [person.id for person in await coordinators(uow, scene.council, now)]
    about = Ref(RECOMMENDED, str(outcome.audit_id))
    for person_id in dict.fromkeys(asked):
        await tell(uow, RECOMMENDED, about, person_id, now=now, once="asked")


async def tell_of_review(uow: UnitOfWork, council: Council, step: Step, now: datetime) -> None:
    """The agenda of the meeting, once a review, to who chairs it and who runs cycles."""
    programme = known_programme(council.framework, step.programme)
    rule = programme.recommendations if programme else None
    if programme is None or rule is None:
        return
    people = await uow.people.all()
    told = sorted(p.id for p in people.values() if p.holds(readers(rule)))
    told += [person.id for person in await coordinators(uow, council, now)]
    began = review_began(programme, local_day(now))
    about = agenda_ref(programme.key)
    for person_id in dict.fromkeys(told):
        once = f"review {began:%Y-%m}"
        await tell(uow, "recommendation_agenda", about, person_id, now=now, once=once)
    await uow.outbox.refresh(about, now=now)


def readers(rule: Recommendations) -> frozenset[str]:
    """The roles that see the agenda."""
    return frozenset((*rule.signed_off_by, *rule.agenda_to))


def review_began(programme: Programme, day: date) -> date:
    """The first day of the review that runs on a day; it may run on into the next month."""
    first = day.replace(day=1)
    running = first.month in review_months(programme.cycle)
    return first if running else add_months(first, -1)
