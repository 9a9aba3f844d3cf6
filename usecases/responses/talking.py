"""Talked about in the worker's next supervision (SEF-09)."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.calendar.working_days import add_months, end_of_day, local, local_day
from domain.duties import DutyState, NewDuty
from domain.frameworks.deadlines import DaysAfterAllocation
from domain.people.on_record import on_record
from domain.refs import Ref
from domain.responses.response import Response, Step, StepKind
from usecases.responses.matter import Matter, view_of
from usecases.showing import tell

TALK = "talk_response"
WITHIN = timedelta(days=14)  # no document says; a product default (E-98)
FIRST_HOUR = timedelta(hours=9)


def talk_ref(response: Response) -> Ref:
    """What the line manager confirms."""
    return Ref("response_talk", str(response.id))


def first_asking(matter: Matter) -> datetime | None:
    """When it is asked whether they have talked; None where the council does not ask."""
    activities = {each.key: each for each in matter.council.framework.activities if each.on}
    activity = activities.get(matter.terms.talk)
    due = activity.cadence.due if activity and activity.cadence else None
    if activity is None or not managers(matter):
        return None
    days = timedelta(days=due.days) if isinstance(due, DaysAfterAllocation) else WITHIN
    return _in_the_morning(matter.now + days)


async def ask_for_talk(matter: Matter) -> None:
    """The card to the line manager, now and a month later, until they have talked."""
    response = matter.response
    if response.of_kind(StepKind.TALKED):
        await matter.save(next_at=None)
        return
    later = add_months(local_day(matter.now), 1) - local_day(matter.now)
    saved = await matter.save(next_at=_in_the_morning(matter.now + later))
    if _worker_left(matter):  # asked again once the record has somebody
        await saved.uow.duties.close(
            talk_ref(response), DutyState.CANCELLED, saved.now, kinds=(TALK,)
        )
        return
    day = local_day(matter.now)
    for person_id in managers(saved):
        duty = NewDuty(
            kind=TALK,
            subject=talk_ref(response),
            holder=person_id,
            due_at=end_of_day(day + WITHIN),
        )
        await saved.uow.duties.open(duty, saved.now)
        step = Step(
            kind=StepKind.TALK_ASKED,
            person_id=person_id,
            at=saved.now,
            once=f"talk/{day}/{person_id}",
        )
        _, new = await saved.uow.responses.note(response, [step])
        if new:
            once = step.once
            await tell(
                saved.uow, view_of(response), response.ref, person_id, now=saved.now, once=once
            )
    await saved.record("ask_for_talk")


def _worker_left(matter: Matter) -> bool:
    """Whether there is nobody whose supervision it could be talked about in."""
    worker = matter.people.get(matter.case.worker or "")
    return worker is None or not worker.here_on(matter.reach.today)


def managers(matter: Matter) -> list[str]:
    """The worker's line manager, while they are here."""
    found = on_record(("line_manager",), matter.case, matter.people)
    return [each for each in found if matter.people[each].here_on(matter.reach.today)]


def _in_the_morning(moment: datetime) -> datetime:
    here = local(moment)
    return here.replace(hour=0, minute=0, second=0, microsecond=0) + FIRST_HOUR
