"""The duties of what follows, in words."""

from __future__ import annotations

from domain.duties import Duty
from domain.follow_up.rules import terms_of
from domain.follow_up.step import Step, StepKind
from domain.refs import Ref
from usecases.council import Council
from usecases.follow_up.steps import COMMENT, CONFIRM, SIGN, WRITE, step_ref, view_of
from usecases.follow_up.subjects import split_tick
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork

WRITES = {
    StepKind.REVIEW: "Review",
    StepKind.RE_AUDIT: "Answer on the re-audit of",
    StepKind.SCRUTINY: "Look closely at",
    StepKind.SUMMARY: "Sum up",
    StepKind.RECOMMENDATION: "Show evidence for",
}


@duty_kind(COMMENT, own_pace=True)
async def describe_comment(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Comment on C-23087``."""
    step = await uow.follow_ups.get(duty.subject.number)
    return _described(council, step, "Comment on", step_ref(step)) if step else None


@duty_kind(WRITE)
async def describe_write(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Review C-23087``."""
    step = await uow.follow_ups.get(duty.subject.number)
    if step is None:
        return None
    return _described(council, step, WRITES.get(step.kind, "Write about"), step_ref(step))


@duty_kind(SIGN)
async def describe_sign(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Sign off C-23087``."""
    step = await uow.follow_ups.get(duty.subject.number)
    if step is None:
        return None
    return _described(council, step, "Sign off", step_ref(step), view="follow_up_sign_off")


@duty_kind(CONFIRM, own_pace=True)
async def describe_confirm(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Confirm for C-23087``."""
    step = await uow.follow_ups.get(split_tick(duty.subject)[0])
    return _described(council, step, "Confirm for", step_ref(step)) if step else None


def _described(council: Council, step: Step, does: str, about: Ref, *, view: str = "") -> Described:
    return Described(
        text=f"{does} {step.team or step.case_ref}",
        detail=terms_of(council.framework, step).title,
        view=view or view_of(step),
        about=about,
    )
