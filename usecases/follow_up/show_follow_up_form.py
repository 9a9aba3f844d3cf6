"""Something to be written, for whoever writes it and whoever has another part in it."""

from __future__ import annotations

from typing import Literal

from cards.follow_up.follow_up_form import FollowUpForm
from domain.follow_up.step import Part, StepKind, StepState
from usecases.follow_up.reading import Shown, grade_title, programme_title, shown
from usecases.follow_up.send_follow_up import questions
from usecases.showing import Look, shows

NOT_A_FORM = {StepKind.ALERT, StepKind.CONFIRM}


@shows("follow_up_form")
async def show_follow_up_form(look: Look) -> FollowUpForm | None:
    """The questions while they are the reader's to answer; else what was written."""
    found = await shown(look)
    if found is None or found.step.kind in NOT_A_FORM:
        return None
    step = found.step
    writes = Part.WRITE in found.parts and step.state is StepState.OPEN
    back = step.returned if step.state in {StepState.OPEN, StepState.WAITING} else None
    outcome = await look.uow.outcomes.of_audit(step.audit_id)
    graded = outcome is not None and outcome.overall is not None and not step.team
    return FollowUpForm(
        ref=look.about,
        version=step.version,
        programme=programme_title(look.council.framework, step.programme),
        case=step.team or step.case_ref,
        heading=found.heading,
        reason=found.terms.title,
        due=step.due_on,
        state=_state(found),
        asks=questions(found.terms) if writes else (),
        yes_no=step.kind is StepKind.RE_AUDIT,
        answered=found.answered(step.said(Part.WRITE)),
        said=step.words,
        grade=grade_title(look.council.framework, outcome.overall) if outcome and graded else "",
        team=step.team,
        practitioner=found.name(step.about) if step.about else "",
        returned=back.words if back else "",
        returned_by=found.name(back.person_id) if back else "",
        typed=tuple(sorted(look.typed.items())),
        notice=look.notice or None,
        field=look.field,
    )


def _state(found: Shown) -> Literal["open", "sent", "done", "ahead"]:
    step = found.step
    if step.state is StepState.SENT:
        return "sent"
    if step.running:
        return "open"
    return "ahead" if step.state is StepState.WAITING else "done"
