"""What every step of an alert shares: names of things, the trail, telling people."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.alerts.alert import Alert, AlertState, AlertStep, AlertStepKind
from domain.alerts.terms import reply_by, rule_of, told_at
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import DutyState, NewDuty
from domain.faults import Fault
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

ACTOR = "practice-loop"
REPLY, DECIDE, FILE = "reply_to_alert", "decide_alert", "file_alert_note"
FORM, STORY = "alert_form", "alert"
NOBODY = "Nobody who should hear of this is in the staff list, so nothing was sent."


async def record(
    uow: UnitOfWork, alert: Alert, action: str, now: datetime, *, actor: str = ACTOR
) -> None:
    """A line in the trail: states and numbers, never what somebody wrote."""
    details: dict[str, str | int | None] = {
        "version": alert.version,
        "state": str(alert.state),
        "level": alert.level,
    }
    await uow.trail.record(alert.ref, action, actor=actor, now=now, details=details)


async def go_out(
    uow: UnitOfWork, council: Council, alert: Alert, now: datetime, step: AlertStep
) -> Alert:
    """Tell everybody of the level, and ask each for a reply by its day; raises Fault."""
    today = local_day(now)
    rule, people = rule_of(council.framework, alert.rule), await uow.people.all()
    case = await uow.cases.get(alert.case_ref) if alert.case_ref else None
    told = [p for p in told_at(rule, alert.level, case, people, today) if p != alert.raised_by]
    if not told:
        raise Fault(NOBODY)
    due = reply_by(rule, today, council.calendar)
    waiting = replace(alert, state=AlertState.WAITING, due_on=due, offered_at=None)
    saved = await uow.alerts.save(waiting)
    saved = await uow.alerts.add_step(await uow.alerts.tell(saved, told), step)
    await uow.duties.close(alert.ref, DutyState.DONE, now)
    for person_id in saved.parties:
        duty = NewDuty(kind=REPLY, subject=saved.ref, holder=person_id, due_at=end_of_day(due))
        await uow.duties.open(duty, now)
        await tell(uow, STORY, saved.ref, person_id, now=now, once=f"level {saved.level}")
    return saved


async def ask_raiser(uow: UnitOfWork, alert: Alert, now: datetime, *, once: str) -> None:
    """Show whoever raised it how it stands; what to do about it is theirs to say."""
    due = alert.due_on or local_day(now)
    duty = NewDuty(
        kind=DECIDE,
        subject=alert.ref,
        holder=alert.raised_by,
        due_at=end_of_day(max(due, local_day(now))),
    )
    await uow.duties.open(duty, now)
    await tell(uow, STORY, alert.ref, alert.raised_by, now=now, once=once)


def step(
    kind: AlertStepKind, alert: Alert, actor: str, now: datetime, words: str = ""
) -> AlertStep:
    """One step at the alert's present level."""
    return AlertStep(kind=kind, level=alert.level, person_id=actor, at=now, words=words)
