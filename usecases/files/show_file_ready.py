"""The file as Teams shows it, for whoever has it in their OneDrive."""

from __future__ import annotations

from cards.files.file_ready import FileReady
from domain.delivery.message import Doubt
from usecases.files.show_file_offer import contents_for, offer_of
from usecases.showing import Look, shows


@shows("file_ready", doubt=Doubt.LET_BE)
async def show_file_ready(look: Look) -> FileReady | None:
    """Nothing to show before it is there."""
    offer = await offer_of(look)
    contents = await contents_for(look, offer) if offer else None
    if offer is None or offer.place is None or contents is None:
        return None
    return FileReady(
        ref=look.about,
        version=offer.version,
        name=offer.named(contents.stem, contents.ending),
        url=offer.place.url,
        unique_id=offer.place.unique_id,
    )
