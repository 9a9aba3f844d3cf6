"""Offer a file: Teams asks in the personal chat whether it may go into one's OneDrive."""

from __future__ import annotations

from domain.faults import Fault, NotAllowedFault, NotFoundFault
from domain.files.offer import FileOffer, NewOffer
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.files.kinds import contents_of
from usecases.showing import Look, tell

ASKED = "I am asking you below whether I may put the file into your OneDrive."


class NothingInItFault(Fault):
    """There is nothing to put into that file just now, so I made none."""


async def offer_file(ask: Ask, kind: str, about: Ref) -> FileOffer:
    """Ask the actor; raises NotAllowedFault, or NothingInItFault where it would be empty."""
    look = Look(uow=ask.uow, council=ask.council, reader=ask.actor, about=about, now=ask.now)
    contents = await contents_of(kind, look)
    if contents is None:
        raise NotAllowedFault
    if not contents.lines:
        raise NothingInItFault
    new = NewOffer(person_id=ask.actor.id, kind=kind, about=about)
    offer = await ask.uow.file_offers.add(new, ask.now)
    details: dict[str, str | int | None] = {
        "version": offer.version,
        "kind": kind,
        "about": str(about),
    }
    await ask.uow.trail.record(
        offer.ref, "offer_file", actor=ask.actor.id, now=ask.now, details=details
    )
    await tell(ask.uow, "file_offer", offer.ref, ask.actor.id, now=ask.now)
    return offer


@verb(subject="file", past="asked for it again")
async def offer_again(ask: Ask) -> Answer:
    """The same kind of file as it is now, with a question of its own below."""
    before = await ask.uow.file_offers.get(ask.ref.number)
    if before is None:
        raise NotFoundFault
    await offer_file(ask, before.kind, before.about)
    return Answer(view="file_offer", about=ask.ref, notice=ASKED, line=ASKED)
