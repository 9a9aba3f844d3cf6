"""The duties of an audit, in words."""

from __future__ import annotations

from domain.duties import Duty
from usecases.audits.allocating import ANSWER_ALLOCATION, SUBMIT_ASSESSMENT, form_ref
from usecases.audits.scene import scene_of_seat
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork


@duty_kind(ANSWER_ALLOCATION)
async def describe_answer(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Answer C-23087``."""
    scene = await scene_of_seat(uow, council, duty.subject.number)
    if scene is None:
        return None
    seat = scene.seat(duty.subject.number)
    return Described(
        text=f"Answer {scene.case.ref}",
        detail=f"{scene.programme.title}, {scene.rule(seat).label}",
        view="audit_allocated",
        about=duty.subject,
    )


@duty_kind(SUBMIT_ASSESSMENT)
async def describe_submit(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Grade C-24098``, ``Deep dive audit, 5 of 8 areas graded``."""
    scene = await scene_of_seat(uow, council, duty.subject.number)
    if scene is None:
        return None
    draft = await uow.assessments.of_seat(duty.subject.number)
    done = sum(area.begun for area in draft.areas) if draft else 0
    progress = f"{done} of {len(scene.programme.areas)} areas" if draft else "not started yet"
    return Described(
        text=f"Grade {scene.case.ref}",
        detail=f"{scene.programme.title}, {progress}",
        view="grading" if draft else "audit_allocated",
        about=form_ref(duty.subject.number) if draft else duty.subject,
    )
