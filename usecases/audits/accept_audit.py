"""Accept a seat, for later."""

from __future__ import annotations

from domain.audits.audit import SeatState
from domain.calendar.wording import say_day
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import take_on
from usecases.audits.loading import seat_for


@verb(subject="seat", past="accepted it")
async def accept_audit(ask: Ask) -> Answer:
    """Note that the holder takes the seat; the assessment becomes their duty."""
    scene, seat = await seat_for(ask)
    if seat.state is SeatState.OFFERED:
        saved = await take_on(ask.uow, seat, SeatState.ACCEPTED, ask.now)
        await ask.uow.trail.record(
            ask.ref,
            "accept_audit",
            actor=ask.actor.id,
            now=ask.now,
            details={"version": saved.version},
        )
    line = f"{scene.case.ref} is yours, due {say_day(seat.due_on)}. Type start when you begin."
    return Answer(view="audit_allocated", about=ask.ref, changed=scene.seat_refs(), line=line)
