"""The duties of approvals, in words; never what anybody wrote."""

from __future__ import annotations

from domain.approvals.approval import ApprovalState
from domain.approvals.terms import rule_of
from domain.duties import Duty
from usecases.approvals.steps import DECIDE, FORM, SEND, STORY
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork


@duty_kind(
    SEND,
    not_mine=(
        "Whoever has the role sends it, and the first does it for all. Where that is not "
        "your part, ask whoever keeps the staff list to change your role."
    ),
)
async def describe_sending(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Send: The year's audit themes``; None once it was sent."""
    found = await uow.approvals.get(duty.subject.number)
    if found is None or not found.to_write or found.state is ApprovalState.DROPPED:
        return None
    title = rule_of(council.framework, found.rule).title
    back = found.state is ApprovalState.RETURNED
    return Described(
        text=f"Send: {title}",
        detail="It was returned with a reason" if back else "To be passed",
        view=FORM,
        about=found.draft,
    )


@duty_kind(
    DECIDE,
    not_mine=(
        "Everybody at this level has it, and the first to pass or return it does it for "
        "all. Where that is not your part, ask whoever keeps the staff list to change "
        "your role."
    ),
)
async def describe_deciding(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Pass or return: The year's audit themes``; None once somebody has."""
    found = await uow.approvals.get(duty.subject.number)
    if found is None or not found.waiting:
        return None
    sender = await uow.people.get(found.sender) if found.sender else None
    return Described(
        text=f"Pass or return: {rule_of(council.framework, found.rule).title}",
        detail=f"Sent by {sender.name}" if sender else "",
        view=STORY,
        about=found.ref,
    )
