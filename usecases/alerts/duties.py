"""The duties of alerts, in words; never what anybody wrote."""

from __future__ import annotations

from domain.alerts.alert import Alert, AlertState
from domain.alerts.terms import level_name, rule_of
from domain.duties import Duty
from usecases.alerts.steps import DECIDE, REPLY, STORY
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork


@duty_kind(
    REPLY,
    not_mine=(
        "Whoever raised it wrote to those on the record. Reply that it is not yours and "
        "whose it is: they read it at once and can take the next step."
    ),
)
async def describe_reply(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Reply to QA-12``; None once somebody has."""
    alert = await uow.alerts.get(duty.subject.number)
    if alert is None or alert.state is not AlertState.WAITING:
        return None
    return _described(council, alert, f"Reply to {alert.number}")


@duty_kind(
    DECIDE,
    not_mine=(
        "You raised it, so you settle it, take the next step or close it with a word. "
        "While you are away your cover may do it: type away."
    ),
)
async def describe_decision(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``QA-12: settled, or the next step?``; None once it is closed."""
    alert = await uow.alerts.get(duty.subject.number)
    if alert is None or not alert.running:
        return None
    return _described(council, alert, f"{alert.number}: settled, or the next step?")


def _described(council: Council, alert: Alert, text: str) -> Described:
    rule = rule_of(council.framework, alert.rule)
    detail = ", ".join(part for part in (alert.case_ref, level_name(rule, alert.level)) if part)
    return Described(text=text, detail=detail, view=STORY, about=alert.ref)
