"""Who decided a moderation, as each reader is told."""

from __future__ import annotations

from domain.moderation.moderation import Moderation
from usecases.audits.scene import Scene, holders_of
from usecases.showing import Look

YOU = "You"


async def deciders_of(look: Look, scene: Scene, moderation: Moderation) -> tuple[str, ...]:
    """Their names; whoever reads it and decided comes first, as "You"."""
    if moderation.decided_at is None:
        return ()
    people = await holders_of(look.uow, scene.panel_seats)
    holders = [scene.seat(seat_id).holder for seat_id in moderation.agreed]
    decided = [people[holder] for holder in holders if holder in people]
    others = [person.name for person in decided if person.id != look.reader.id]
    return (*([YOU] if len(others) < len(decided) else []), *others)
