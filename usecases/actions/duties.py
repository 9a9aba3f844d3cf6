"""The duties of actions, in words."""

from __future__ import annotations

from domain.duties import Duty
from domain.refs import Ref
from usecases.actions.around import COMPLETE, DATE, REVIEW, SIGN
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork


@duty_kind(COMPLETE)
async def describe_complete(uow: UnitOfWork, _: Council, duty: Duty) -> Described | None:
    """``Do A-312 C-24113``."""
    return await _described(uow, duty, "Do", "action_assigned")


@duty_kind(
    SIGN,
    not_mine=(
        "It goes by the staff list: the owner's line manager or whoever your framework "
        "names. Ask whoever keeps that list if the line is wrong. While you are away your "
        "cover may do it: type away."
    ),
)
async def describe_sign(uow: UnitOfWork, _: Council, duty: Duty) -> Described | None:
    """``Sign off A-312 C-24113``."""
    return await _described(uow, duty, "Sign off", "action_sign_off")


@duty_kind(
    DATE,
    not_mine=(
        "It goes by the staff list: whoever signs the action off decides on its day. Ask "
        "whoever keeps that list if the line is wrong. While you are away your cover may do "
        "it: type away."
    ),
)
async def describe_date(uow: UnitOfWork, _: Council, duty: Duty) -> Described | None:
    """``Decide about a later day for A-312 C-24113``."""
    return await _described(uow, duty, "Decide about a later day for", "action_date")


@duty_kind(
    REVIEW,
    not_mine=(
        "It is for whoever manages the team of these records. Write down what you know, and "
        "ask whoever keeps the staff list if another manages it now: the next goes to them."
    ),
)
async def describe_review(_: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Write down how far the actions are`` (SEF-12)."""
    titles = [rule.title for rule in council.framework.actions if rule.on and rule.tracks]
    return Described(
        text="Write down how far the actions are",
        detail=next(iter(titles), "Action review"),
        view="action_review",
        about=Ref("person", duty.holder),
    )


async def _described(uow: UnitOfWork, duty: Duty, does: str, view: str) -> Described | None:
    action = await uow.actions.get(duty.subject.number)
    if action is None:
        return None
    case = f" {action.case_ref}" if action.case_ref else ""
    return Described(
        text=f"{does} {action.label}{case}", detail="Action", view=view, about=duty.subject
    )
