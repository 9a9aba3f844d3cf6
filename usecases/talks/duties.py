"""The duties of talks, in words."""

from __future__ import annotations

from domain.audits.audit import AuditState
from domain.duties import Duty
from usecases.audits.scene import scene_of_audit, scene_of_seat
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork
from usecases.talks.booking import NOTE_TALK
from usecases.talks.finding import talk_at
from usecases.talks.pairing import READ_ASSESSMENT
from usecases.talks.preparing import ANSWER_CONSENT
from usecases.talks.subjects import view_of

OVER = {AuditState.CANCELLED, AuditState.FINAL}
"""Nobody needs to do any of this for an audit that is over."""


@duty_kind(
    NOTE_TALK,
    not_mine=(
        "Whoever has the audit notes its talk. Ask whoever runs audits to give your part "
        "in it to somebody else on its board: the talk goes with it."
    ),
)
async def describe_note(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Note the talk for C-24113``."""
    at = await talk_at(uow, council, duty.subject.number)
    if at is None or at.scene.audit.state in OVER:
        return None
    return Described(
        text=f"Note the talk for {at.scene.case.ref}",
        detail=at.rule.title,
        view=view_of(at.rule),
        about=duty.subject,
    )


@duty_kind(
    ANSWER_CONSENT,
    own_pace=True,
    not_mine=(
        "Only the worker on the record asks the family. Tell the auditor: they can note "
        "on the family's part that the worker is away or has left."
    ),
)
async def describe_consent(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Ask the family of C-23087``."""
    consent = await uow.families.consent(duty.subject.number)
    scene = await scene_of_audit(uow, council, consent.audit_id) if consent else None
    if scene is None or scene.audit.state in OVER:
        return None
    return Described(
        text=f"Ask the family of {scene.case.ref}",
        detail=f"{scene.programme.title}, may the auditor contact them",
        view="family_consent",
        about=duty.subject,
    )


@duty_kind(READ_ASSESSMENT)
async def describe_reading(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Read the audit of C-24113``."""
    pairing = await uow.pairings.get(duty.subject.number)
    scene = await scene_of_seat(uow, council, pairing.seat_id) if pairing else None
    if scene is None or scene.audit.state in OVER:
        return None
    return Described(
        text=f"Read the audit of {scene.case.ref}",
        detail=f"{scene.programme.title}, before it is final",
        view="assessment_to_read",
        about=duty.subject,
    )
