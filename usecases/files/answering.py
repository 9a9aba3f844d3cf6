"""What somebody answers to the question whether a file may go into their OneDrive.

A yes is worth one file, once, to the person who was asked, for a day. What is in it is read when
they say yes, with the rights that they have then; between question and answer nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from domain.faults import Fault
from domain.files.offer import FileOffer, OfferState, Place
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.files.kinds import Contents, contents_of
from usecases.ports import UnitOfWork
from usecases.showing import Look, tell

ON_ITS_WAY = "I am still putting that file into your OneDrive."
ONCE = "That question was answered already, so nothing was done. Ask for the file again."
TOO_LATE = "That question was a day old, so no file was made. Press Ask me again on its card."
WITHHELD = "You may not read any more what would be in that file, so none was made."


class NotOfferedFault(Fault):
    """I did not offer you that file, so nothing was sent. Type help to see what you can ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A yes that counts: what is to be written and carried, by whoever took it."""

    offer: FileOffer
    write: Callable[[], bytes]


async def accept_file(
    uow: UnitOfWork, council: Council, actor: Person, ref: Ref, now: datetime
) -> Taken | str:
    """Take the file on, or say in a line why not; raises NotOfferedFault to everybody else."""
    offer = await _theirs(uow, actor, ref)
    if not offer.open_at(now):
        await uow.outbox.refresh(offer.ref, now=now)
        return _why_not(offer, now)
    look = Look(uow=uow, council=council, reader=actor, about=offer.about, now=now)
    contents = await contents_of(offer.kind, look)
    if contents is None:
        await _settle(uow, replace(offer, state=OfferState.WITHHELD), "withhold_file", now)
        return WITHHELD
    return await _take(uow, offer, contents, now)


async def decline_file(uow: UnitOfWork, actor: Person, ref: Ref, now: datetime) -> str:
    """No file then: the question gives way to how to ask again. Gives a line where it is late."""
    offer = await _theirs(uow, actor, ref)
    if offer.state is not OfferState.ASKED:
        await uow.outbox.refresh(offer.ref, now=now)
        return _why_not(offer, now)
    await _settle(uow, replace(offer, state=OfferState.DECLINED), "decline_file", now)
    return ""


async def land_file(uow: UnitOfWork, taken: Taken, place: Place, now: datetime) -> None:
    """It is there: the question says so, and the file follows as a card of its own."""
    if not await _still_ours(uow, taken):
        return
    landed = replace(taken.offer, state=OfferState.LANDED, place=place)
    await _settle(uow, landed, "land_file", now)
    await tell(uow, "file_ready", landed.ref, landed.person_id, now=now)


async def lose_file(uow: UnitOfWork, taken: Taken, now: datetime) -> None:
    """It did not get there; whoever wants it asks again."""
    if await _still_ours(uow, taken):
        await _settle(uow, replace(taken.offer, state=OfferState.FAILED), "lose_file", now)


async def _theirs(uow: UnitOfWork, actor: Person, ref: Ref) -> FileOffer:
    if ref.kind != "file":
        raise NotOfferedFault
    await uow.in_turn(str(ref))
    offer = await uow.file_offers.get(ref.number)
    if offer is None or offer.person_id != actor.id:
        raise NotOfferedFault
    return offer


async def _take(uow: UnitOfWork, offer: FileOffer, contents: Contents, now: datetime) -> Taken:
    asked = replace(offer, state=OfferState.TAKEN, taken_at=now)
    taken = await uow.file_offers.save(asked)
    await _note(uow, taken, "accept_file", now)
    if contents.handed:
        await contents.handed()
    return Taken(offer=taken, write=contents.write)


async def _still_ours(uow: UnitOfWork, taken: Taken) -> bool:
    """Whether nobody took it on since, as after a minute without a word from us."""
    await uow.in_turn(str(taken.offer.ref))
    now_is = await uow.file_offers.get(taken.offer.id)
    return now_is is not None and now_is.version == taken.offer.version


async def _settle(uow: UnitOfWork, offer: FileOffer, action: str, now: datetime) -> None:
    saved = await uow.file_offers.save(offer)
    await _note(uow, saved, action, now)
    await uow.outbox.refresh(saved.ref, now=now)


async def _note(uow: UnitOfWork, offer: FileOffer, action: str, now: datetime) -> None:
    details: dict[str, str | int | None] = {
        "version": offer.version,
        "kind": offer.kind,
        "about": str(offer.about),
    }
    await uow.trail.record(offer.ref, action, actor=offer.person_id, now=now, details=details)


def _why_not(offer: FileOffer, now: datetime) -> str:
    if offer.ended(now):
        return TOO_LATE
    return ON_ITS_WAY if offer.state is OfferState.TAKEN else ONCE
