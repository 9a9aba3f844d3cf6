"""Hand over: the seat goes to a named person, if they may take it."""

from __future__ import annotations

from domain.audits.audit import Seat
from domain.faults import Fault
from domain.people.person import Person
from usecases.asking import Answer, Ask, verb
from usecases.audits.decline_audit import accept_note
from usecases.audits.giving_back import pass_to
from usecases.audits.loading import seat_for
from usecases.audits.scene import Scene
from usecases.audits.staffing import people_who_may_take, why_not_taken


@verb(subject="seat", past="handed it over")
async def hand_over_audit(ask: Ask) -> Answer:
    """Give the seat to a colleague; refused with the reason where they may not hold it."""
    scene, seat = await seat_for(ask)
    taker = await eligible_taker(ask, scene, seat, ask.typed("person"))
    why = f"{ask.actor.name} handed it over to you"
    await pass_to(ask, scene, seat, taker.id, why=why, note=accept_note(ask.typed("why")))
    line = f"{taker.name} has been asked to take {scene.case.ref}."
    return Answer(view="audit_allocated", about=ask.ref, changed=scene.seat_refs(), line=line)


async def eligible_taker(ask: Ask, scene: Scene, seat: Seat, person_id: str) -> Person:
    """The named person, if they may take the seat; raises Fault with the reason."""
    person = await ask.uow.people.get(person_id) if person_id else None
    if person is None:
        raise Fault("Please choose who takes it. Nothing was changed.", field="person")
    able = await people_who_may_take(ask.uow, scene, seat, ask.today)
    if any(one.id == person.id for one in able):
        return person
    reason = await why_not_taken(ask.uow, scene, seat, person, ask.today)
    raise Fault(
        f"{person.name} cannot take it: {person.first_name} {reason}. "
        "Nothing was changed: please choose somebody else.",
        field="person",
    )
