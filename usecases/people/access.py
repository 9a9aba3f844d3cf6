"""Somebody who is not in the staff list: a polite refusal and a way in."""

from __future__ import annotations

from datetime import datetime

from cards.people.refused import Refused
from domain.refs import Ref
from usecases.coordinating import coordinators, tell_coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork


async def refuse(
    uow: UnitOfWork, council: Council, aad_object_id: str, name: str, now: datetime
) -> Refused:
    """The card for a stranger; it says nothing about who is in the list but the QA team's name."""
    reference = await uow.access.reference_for(aad_object_id, name, now)
    return await _card(uow, council, reference, now)


async def request_access(
    uow: UnitOfWork, council: Council, aad_object_id: str, name: str, now: datetime
) -> Refused:
    """Tell the coordinators, once, that this person asks to be added."""
    reference = await uow.access.reference_for(aad_object_id, name, now)
    about = Ref("access", reference)
    await tell_coordinators(uow, council, "access_requested", about, now, once="asked")
    await uow.access.told(reference, now)
    return await _card(uow, council, reference, now)


async def _card(uow: UnitOfWork, council: Council, reference: str, now: datetime) -> Refused:
    known = await uow.access.get(reference)
    found = await coordinators(uow, council, now)
    return Refused(
        ref=Ref("access", reference),
        coordinator=found[0].name if found else "",
        asked=known is not None and known.told,
    )
