"""A coordinator gives a vacant seat to a named person."""

from __future__ import annotations

from domain.audits.audit import SeatState
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.giving_back import appoint
from usecases.audits.hand_over_audit import eligible_taker
from usecases.audits.loading import seat_for


@verb(subject="seat", past="found somebody for it")
async def appoint_auditor(ask: Ask) -> Answer:
    """Offer the seat; refused with the reason where the person may not hold it."""
    scene, seat = await seat_for(ask)
    if seat.state is not SeatState.VACANT:
        raise Fault("Somebody holds this seat already, so nothing was changed.")
    taker = await eligible_taker(ask, scene, seat, ask.typed("person"))
    why = f"{ask.actor.name} asked you to, as nobody else was free"
    await appoint(ask, scene, seat, taker.id, why=why)
    line = f"{taker.name} has been asked to take {scene.case.ref}."
    return Answer(view="seat_vacant", about=ask.ref, changed=scene.seat_refs(), line=line)
