"""The duties of moderation, in words."""

from __future__ import annotations

from domain.duties import Duty
from usecases.council import Council
from usecases.moderation.giving_views import GIVE_VIEW
from usecases.moderation.grading import DECIDE
from usecases.moderation.sitting import sitting_of
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork


@duty_kind(
    DECIDE,
    not_mine=(
        "A moderator's part is given to somebody else by whoever runs audits, on the "
        "board of its audit. Tell them: they choose among those who may moderate it."
    ),
)
async def describe_decide(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Decide C-23087``, ``Case file audit, moderation``."""
    sitting = await sitting_of(uow, council, duty.subject.number)
    if sitting is None:
        return None
    return Described(
        text=f"Decide {sitting.scene.case.ref}",
        detail=f"{sitting.scene.programme.title}, moderation",
        view="moderation_decision",
        about=duty.subject,
    )


@duty_kind(
    GIVE_VIEW,
    not_mine=(
        "The panel asked for your own view. Write in a word that you have none: they see "
        "it at once and can ask somebody else."
    ),
)
async def describe_view(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Answer a question about C-24113``."""
    view = await uow.moderations.view(duty.subject.number)
    audit = await uow.audits.get(view.audit_id) if view else None
    if audit is None:
        return None
    del council
    return Described(
        text=f"Answer a question about {audit.case_ref}",
        detail="A panel asks for your view",
        view="view_asked",
        about=duty.subject,
    )
