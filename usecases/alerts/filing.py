"""A note that belongs on the case system is filed by whoever raised it (SOM-61)."""

from __future__ import annotations

from domain.alerts.alert import Alert, AlertState, AlertStepKind
from domain.alerts.terms import reply_by, rule_of
from domain.calendar.working_days import end_of_day
from domain.duties import Duty, DutyState, NewDuty
from domain.faults import Fault
from usecases.alerts.steps import FILE, STORY, record, step
from usecases.asking import Answer, Ask, verb
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork

FILED = "This note was filed already, so nothing was changed."


async def ask_for_note(ask: Ask, alert: Alert) -> None:
    """Open the duty where the council wants such a note; the times are those of a reply."""
    rule = rule_of(ask.council.framework, alert.rule)
    if not rule.files_note:
        return
    due = end_of_day(reply_by(rule, ask.today, ask.council.calendar))
    duty = NewDuty(kind=FILE, subject=alert.note, holder=alert.raised_by, due_at=due)
    await ask.uow.duties.open(duty, ask.now)


@verb(subject="alert", past="filed the note")
async def file_alert_note(ask: Ask) -> Answer:
    """It is on the case system now; raises Fault where there is none to file."""
    alert = await ask.uow.alerts.get(ask.ref.number)
    if alert is None or not rule_of(ask.council.framework, alert.rule).files_note:
        raise Fault("The framework asks for no note here, so nothing was changed.")
    if alert.last(AlertStepKind.FILED):
        raise Fault(FILED)
    saved = await ask.uow.alerts.save(alert)
    saved = await ask.uow.alerts.add_step(
        saved, step(AlertStepKind.FILED, saved, ask.actor.id, ask.now)
    )
    await ask.uow.duties.close(alert.note, DutyState.DONE, ask.now)
    await record(ask.uow, saved, "file_alert_note", ask.now, actor=ask.actor.id)
    line = "Noted: it is on the case system."
    return Answer(view=STORY, about=alert.ref, changed=(alert.ref,), line=line)


@duty_kind(
    FILE,
    not_mine=(
        "Whoever raised it files its note. While you are away your cover may do it: type away."
    ),
)
async def describe_note(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``File the RPD note of QA-12``; None where it is filed."""
    alert = await uow.alerts.get(duty.subject.number)
    if alert is None or alert.state is AlertState.DRAFT or alert.last(AlertStepKind.FILED):
        return None
    rule = rule_of(council.framework, alert.rule)
    return Described(
        text=f"File the {rule.files_note} note of {alert.number}",
        detail=", ".join(part for part in (alert.case_ref, rule.title) if part),
        view=STORY,
        about=alert.ref,
    )
