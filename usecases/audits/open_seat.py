"""A coordinator opens a vacant seat from the list."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.loading import seat_for
from usecases.showing import tell


@verb(subject="seat")
async def open_seat(ask: Ask) -> Answer:
    """Post the card on which somebody is chosen."""
    scene, _ = await seat_for(ask)
    await tell(ask.uow, "seat_vacant", ask.ref, ask.actor.id, now=ask.now)
    about = scene.cycle_ref
    return Answer(view="audits_unallocated", about=about, line="Here is the seat.")
