"""How an offered file is found: by whom it was offered to, and nobody else."""

from __future__ import annotations

from domain.permissions.relations import Relation
from usecases.asking import Ask, Subject, subject


@subject("file")
async def find_file(ask: Ask) -> Subject | None:
    """One's own; a stranger learns as much as of a number that there is not."""
    offer = await ask.uow.file_offers.get(ask.ref.number)
    if offer is None or offer.person_id != ask.actor.id:
        return None
    return Subject(
        version=offer.version,
        relations=frozenset({Relation.HOLDER}),
        view="file_offer",
        about=ask.ref,
        what="Your file",
    )
