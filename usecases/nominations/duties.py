"""The duties of nominations, in words."""

from __future__ import annotations

from domain.duties import Duty
from domain.nominations.verifying import rule_of
from usecases.council import Council
from usecases.nominations.steps import ANSWER, SENT, TO_VERIFY, VERIFY
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork


@duty_kind(
    VERIFY, not_mine=("Open it and press Pass it on: the next who may verify it is asked at once.")
)
async def describe_verifying(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Verify N-58``."""
    return await _described(uow, council, duty, "Verify", TO_VERIFY)


@duty_kind(
    ANSWER,
    not_mine=(
        "It is a question about what you named, so nobody else can answer it. Write that "
        "you do not know, and whoever verifies decides without it."
    ),
)
async def describe_answering(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Answer on N-58``."""
    return await _described(uow, council, duty, "Answer on", SENT)


async def _described(
    uow: UnitOfWork, council: Council, duty: Duty, does: str, view: str
) -> Described | None:
    nomination = await uow.nominations.get(duty.subject.number)
    if nomination is None:
        return None
    return Described(
        text=f"{does} {nomination.number}",
        detail=rule_of(council.framework, nomination.rule).title,
        view=view,
        about=duty.subject,
    )
