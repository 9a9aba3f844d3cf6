"""A re-audit is final: its auditor answers what is asked, and before and after are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.audits.outcome import Outcome
from domain.calendar.working_days import end_of_day, local_day
from domain.follow_up.step import Part, StepState
from usecases.audits.occasions import on_final
from usecases.audits.scene import Scene
from usecases.follow_up.people import parties
from usecases.follow_up.steps import open_duties, record, step_ref
from usecases.ports import UnitOfWork
from usecases.showing import tell

ANSWER_WITHIN = timedelta(days=7)  # no document says; a product default (E-98)


@on_final
async def follow_re_audit(uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime) -> None:
    """Whether actions are complete and the service is better, asked of the re-auditor (HER-13)."""
    step = await uow.follow_ups.of_re_audit(outcome.audit_id)
    if step is None or step.state is not StepState.OPEN:
        return
    due = local_day(now) + ANSWER_WITHIN
    holders = [seat.holder for seat in scene.seats if seat.holder]
    asked = await uow.follow_ups.join(step, parties(Part.WRITE, holders))
    saved = await uow.follow_ups.save(replace(asked, due_on=due))
    await record(uow, saved, "ask_re_auditor", now)
    await open_duties(uow, saved, (Part.WRITE,), end_of_day(due), now)
    for person_id in saved.people(Part.WRITE):
        await tell(uow, "follow_up_form", step_ref(saved), person_id, now=now, once="asked")
    for person_id in saved.people(Part.TOLD):
        await tell(uow, "re_audit_compared", step_ref(saved), person_id, now=now, once="compared")
