"""Somebody asks to be added, for a coordinator."""

from __future__ import annotations

from cards.people.access_requested import AccessRequested
from usecases.showing import Look, shows


@shows("access_requested")
async def show_access_requested(look: Look) -> AccessRequested | None:
    """Who asks; None for anybody who runs no cycles."""
    asked = await look.uow.access.get(look.about.key)
    if asked is None or not look.council.coordinates(look.reader):
        return None
    return AccessRequested(
        ref=look.about,
        version=1,
        name=asked.name,
        account=asked.aad_object_id,
        asked_at=asked.asked_at,
    )
