"""What a concern is about: the card that it was raised from, and the record behind that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from domain.audits.audit import Audit
from domain.refs import BadRefFault, Ref
from usecases.ports import UnitOfWork

KIND = "concern"


def concern_ref(of: Ref, version: int) -> Ref:
    """``concern-area-3107-3@14``: a worry that came up on that card."""
    return Ref(KIND, f"{of}@{version}")


def split_concern(ref: Ref) -> tuple[Ref, int]:
    """What the card was about, and its version then; raises BadRefFault on anything else."""
    inner, _, version = ref.key.rpartition("@")
    found = Ref.parse(inner)
    if found.kind == KIND:
        raise BadRefFault
    return found, Ref(KIND, version).number


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The record that a worry is about; the audit where it came up in one."""

    case_ref: str
    audit_id: int | None = None


async def about_of(uow: UnitOfWork, ref: Ref) -> About | None:
    """What a card is about; None where that is no record, so nobody can raise anything there."""
    if find := RECORDS.get(ref.kind):
        return await find(uow, ref)
    audit = await audit_of(uow, ref)
    return About(case_ref=audit.case_ref, audit_id=audit.id) if audit else None


async def audit_of(uow: UnitOfWork, ref: Ref) -> Audit | None:
    """The audit that a card belongs to; None where it belongs to none."""
    find = FINDERS.get(ref.kind)
    number = await find(uow, ref) if find else None
    return await uow.audits.get(number) if number else None


async def _of_seat(uow: UnitOfWork, ref: Ref) -> int | None:
    seat = await uow.audits.seat(ref.number)
    return seat.audit_id if seat else None


async def _of_assessment(uow: UnitOfWork, ref: Ref) -> int | None:
    number = Ref("assessment", ref.key.partition("-")[0]).number
    found = await uow.assessments.get(number)
    return await _of_seat(uow, Ref("seat", str(found.seat_id))) if found else None


async def _of_pairing(uow: UnitOfWork, ref: Ref) -> int | None:
    found = await uow.pairings.get(ref.number)
    return await _of_seat(uow, Ref("seat", str(found.seat_id))) if found else None


async def _of_notice(uow: UnitOfWork, ref: Ref) -> int | None:
    found = await uow.notices.get(ref.number)
    return found.audit_id if found else None


async def _of_talk(uow: UnitOfWork, ref: Ref) -> int | None:
    found = await uow.talks.get(ref.number)
    return found.audit_id if found else None


async def _of_invitation(uow: UnitOfWork, ref: Ref) -> int | None:
    found = await uow.talks.invitation(ref.number)
    return await _of_talk(uow, Ref("talk", str(found.talk_id))) if found else None


async def _of_consent(uow: UnitOfWork, ref: Ref) -> int | None:
    found = await uow.families.consent(ref.number)
    return found.audit_id if found else None


async def _of_family(uow: UnitOfWork, ref: Ref) -> int | None:
    found = await uow.families.get(ref.number)
    return found.audit_id if found else None


async def _of_voice(uow: UnitOfWork, ref: Ref) -> About | None:
    found = await uow.voices.get(ref.number)
    if found is None or not found.case_ref:
        return None
    return About(case_ref=found.case_ref, audit_id=found.audit_id)


async def _of_prompt(uow: UnitOfWork, ref: Ref) -> About | None:
    case = await uow.cases.get(ref.key.partition(".")[2])
    return About(case_ref=case.ref) if case else None


async def _of_view(uow: UnitOfWork, ref: Ref) -> int | None:
    found = await uow.moderations.view(ref.number)
    return found.audit_id if found else None


async def _itself(uow: UnitOfWork, ref: Ref) -> int | None:
    del uow
    return ref.number


FINDERS: Mapping[str, Callable[[UnitOfWork, Ref], Awaitable[int | None]]] = {
    "area": _of_assessment,
    "assessment": _of_assessment,
    "audit": _itself,
    "consent": _of_consent,
    "decision": _of_seat,
    "family": _of_family,
    "form": _of_seat,
    "invitation": _of_invitation,
    "notice": _of_notice,
    "pairing": _of_pairing,
    "seat": _of_seat,
    "talk": _of_talk,
    "view": _of_view,
}

RECORDS: Mapping[str, Callable[[UnitOfWork, Ref], Awaitable[About | None]]] = {
    "prompt": _of_prompt,
    "voice": _of_voice,
}
"""Cards of feedback: about a record, in an audit or outside of any."""
