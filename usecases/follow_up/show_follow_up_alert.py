"""An alert, for whoever was told and for those who run cycles."""

from __future__ import annotations

from cards.follow_up.follow_up_alert import AuditLine, FollowUpAlert
from domain.calendar.wording import say_date
from domain.calendar.working_days import local_day
from domain.follow_up.step import Part, Step, StepKind, StepState
from usecases.follow_up.reading import Shown, grade_title, programme_title, shown
from usecases.showing import Look, shows


@shows("follow_up_alert")
async def show_follow_up_alert(look: Look) -> FollowUpAlert | None:
    """The audits behind it, what follows, and the comment or the box for one."""
    found = await shown(look)
    if found is None or found.step.kind is not StepKind.ALERT:
        return None
    step = found.step
    comment = next(iter(step.said(Part.COMMENT)), None)
    asks = Part.COMMENT in found.parts and step.state is StepState.OPEN
    return FollowUpAlert(
        ref=look.about,
        version=step.version,
        programme=programme_title(look.council.framework, step.programme),
        case=step.team or step.case_ref,
        reason=found.terms.title,
        audits=tuple(await _audits(look, step)),
        practitioner=found.name(step.about) if step.about else "",
        team=step.team,
        ahead=tuple(await _ahead(look, found)),
        asks_comment=asks,
        due=step.due_on if asks else None,
        comment=comment.words if comment else "",
        by=found.name(comment.person_id) if comment else "",
        notice=look.notice or None,
    )


async def _audits(look: Look, step: Step) -> list[AuditLine]:
    framework = look.council.framework
    outcomes = [await look.uow.outcomes.of_audit(number) for number in step.because]
    return [
        AuditLine(
            case=one.case_ref,
            grade=grade_title(framework, one.overall),
            final_on=local_day(one.final_at),
        )
        for one in outcomes
        if one
    ]


async def _ahead(look: Look, found: Shown) -> list[str]:
    """The days of what else the same rule has caused."""
    rule = found.step.rule.rpartition(".")[0]
    siblings = await look.uow.follow_ups.of_audit(found.step.audit_id)
    same = [one for one in siblings if one.rule.rpartition(".")[0] == rule]
    lines = [_line(one) for one in same if one.once.rpartition("/")[2] == _cause(found.step)]
    return [line for line in lines if line]


def _cause(step: Step) -> str:
    return step.once.rpartition("/")[2]


def _line(step: Step) -> str:
    if step.kind is StepKind.REVIEW:
        return f"Review by {say_date(step.due_on)}: {_state(step)}"
    if step.kind is StepKind.RE_AUDIT:
        return f"Re-audit on {say_date(step.opens_on)}: {_state(step)}"
    return "Scrutiny: " + _state(step) if step.kind is StepKind.SCRUTINY else ""


def _state(step: Step) -> str:
    return {
        StepState.WAITING: "ahead",
        StepState.OPEN: "asked",
        StepState.SENT: "waits for the sign-off",
        StepState.DONE: "done",
        StepState.CANCELLED: "cancelled",
    }[step.state]
