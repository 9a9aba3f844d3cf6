"""The question about a file, or what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cards.files.file_offer import FileOffer, Step
from domain.files.offer import FileOffer as Offer
from domain.files.offer import OfferState
from usecases.files.kinds import Contents, contents_of
from usecases.showing import Look, shows

STEPS = {
    OfferState.ASKED: Step.ASKED,
    OfferState.TAKEN: Step.TAKEN,
    OfferState.LANDED: Step.LANDED,
    OfferState.DECLINED: Step.DECLINED,
    OfferState.FAILED: Step.FAILED,
    OfferState.WITHHELD: Step.WITHHELD,
}
A_FILE = "A file"
"""Where its reader may not know any more what it would be of."""


async def offer_of(look: Look) -> Offer | None:
    """The offer where it is the reader's own."""
    if look.about.kind != "file":
        return None
    offer = await look.uow.file_offers.get(look.about.number)
    return offer if offer and offer.person_id == look.reader.id else None


async def contents_for(look: Look, offer: Offer) -> Contents | None:
    """What the file holds for the reader, as things are now."""
    return await contents_of(offer.kind, replace(look, about=offer.about))


@shows("file_offer")
async def show_file_offer(look: Look) -> FileOffer | None:
    """For whoever was asked; None where they may not read it before they even heard of it."""
    offer = await offer_of(look)
    if offer is None:
        return None
    step = step_of(offer, look.now)
    contents = await contents_for(look, offer)
    if contents is None and step is Step.ASKED:
        return None
    return FileOffer(
        ref=look.about,
        version=offer.version,
        name=offer.named(contents.stem, contents.ending) if contents else A_FILE,
        step=step,
        says=contents.says if contents and step is Step.ASKED else "",
        size=contents.size if contents else 0,
        notice=look.notice or None,
    )


def step_of(offer: Offer, now: datetime) -> Step:
    """Where it stands at that moment."""
    if offer.open_at(now):
        return Step.ASKED
    return Step.ENDED if offer.ended(now) else STEPS[offer.state]
