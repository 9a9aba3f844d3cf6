"""The duties of what cannot wait, in words; never what anybody wrote."""

from __future__ import annotations

from domain.duties import Duty
from domain.refs import Ref
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork
from usecases.responses.matter import view_of
from usecases.responses.talking import TALK
from usecases.responses.telling import ANSWER, READ


@duty_kind(
    ANSWER,
    own_pace=True,
    not_mine=(
        "It cannot wait for a hand-over. Open it, see that the child is safe, and answer "
        "with who acts now: whoever raised it reads it at once."
    ),
)
async def describe_answer(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Urgent: answer IR-41``."""
    del council
    return await _described(uow, duty, "Urgent: answer")


@duty_kind(
    READ,
    not_mine=(
        "You raised it, so you read the answer and close or return it. While you are away "
        "your cover may do it: type away."
    ),
)
async def describe_reading(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Read the answer to IR-41``."""
    del council
    return await _described(uow, duty, "Read the answer to")


@duty_kind(
    TALK,
    not_mine=(
        "It belongs to supervision between the worker and their line manager. Ask whoever "
        "keeps the staff list if the line is wrong. While you are away your cover may do it."
    ),
)
async def describe_talk(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Talk in supervision about IR-41``."""
    del council
    return await _described(uow, duty, "Talk in supervision about")


async def _described(uow: UnitOfWork, duty: Duty, does: str) -> Described | None:
    response = await uow.responses.get(duty.subject.number)
    if response is None:
        return None
    return Described(
        text=f"{does} {response.number} {response.case_ref}",
        detail="Immediate response",
        view=view_of(response),
        about=Ref("response", duty.subject.key),
    )
