"""How a dropped list is found, also when it is gone."""

from __future__ import annotations

from domain.permissions.relations import Relation
from usecases.asking import Ask, Subject, subject

KEPT, ENDED = 1, 2
"""A list has two versions: it is kept, or it was applied, forgotten or is too old."""


@subject("list")
async def find_list(ask: Ask) -> Subject | None:
    """A list that was ever dropped; its trail outlives it."""
    entries = await ask.uow.trail.of(ask.ref)
    if not entries:
        return None
    kept = await ask.uow.lists.get(ask.ref.number)
    found = {Relation.COLLEAGUE}
    if ask.council.coordinates(ask.actor):
        found.add(Relation.COORDINATOR)
    return Subject(
        version=KEPT if kept else ENDED,
        relations=frozenset(found),
        view="import_preview",
        about=ask.ref,
        what="The list",
    )
