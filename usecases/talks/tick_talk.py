"""Auditors say that they have talked before they submit (HER-07, E-47)."""

from __future__ import annotations

from domain.calendar.wording import say_list
from domain.faults import Fault, NotFoundFault
from domain.talks.rules import is_joint, still_to_tick
from domain.talks.talk import TalkTick
from usecases.asking import Answer, Ask, verb
from usecases.audits.scene import holders_of
from usecases.showing import tell
from usecases.talks.finding import TalkAt, back_to_grading, my_seat, talk_for


@verb(subject="talk", past="ticked the talk")
async def tick_talk(ask: Ask) -> Answer:
    """Tick for one's own seat; the others are told and see it on their card."""
    at = await talk_for(ask)
    seat = await my_seat(ask, at.seats)
    if not is_joint(at.rule):
        raise Fault("This talk is noted and not ticked, so nothing was changed.")
    if seat is None or seat.holder is None:
        raise NotFoundFault
    tick = TalkTick(seat_id=seat.id, holder=seat.holder, at=ask.now)
    await ask.uow.talks.tick(at.talk.id, tick)
    await ask.uow.trail.record(
        at.ref, "tick_talk", actor=ask.actor.id, now=ask.now, details={"seat": seat.id}
    )
    for other in at.seats:
        if other.id != seat.id and other.holder:
            once = f"tick{seat.id}-{seat.holder}"
            await tell(ask.uow, "joint_talk", at.ref, other.holder, now=ask.now, once=once)
    await back_to_grading(ask, at.seats)
    return Answer(view="joint_talk", about=at.ref, changed=at.changed, line=await _line(ask, at))


async def _line(ask: Ask, at: TalkAt) -> str:
    waiting = tuple(still_to_tick(at.rule, at.scene.seats, await ask.uow.talks.ticks(at.talk.id)))
    if not waiting:
        return "Ticked. All of you have ticked, so each can submit."
    names = [person.name for person in (await holders_of(ask.uow, waiting)).values()]
    return f"Ticked. We wait for {say_list(names) or 'the other auditor'}."
