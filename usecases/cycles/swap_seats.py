"""Two people change places in two audits of a cycle."""

from __future__ import annotations

from domain.audits.audit import Seat
from domain.audits.remark import RemarkKind
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.giving_back import move
from usecases.audits.hand_over_audit import eligible_taker
from usecases.audits.scene import Scene, scene_of_seat
from usecases.cycles.boards import involved, running
from usecases.cycles.reallocate_seat import chosen_seat
from usecases.cycles.remarking import remark


@verb(subject="audit", past="swapped it")
async def swap_seats(ask: Ask) -> Answer:
    """Both must be free to take the other's; otherwise nothing is changed."""
    scene = await running(ask)
    seat = chosen_seat(ask, scene, "mine")
    there, other = await _other(ask, scene)
    if not seat.holder or not other.holder:
        raise Fault("Somebody must hold both parts to swap them. Nothing was changed.")
    comes = await eligible_taker(ask, scene, seat, other.holder)
    goes = await eligible_taker(ask, there, other, seat.holder)
    why = f"{ask.actor.name} swapped it with another one"
    await move(ask, scene, seat, comes.id, why=why)
    await move(ask, there, other, goes.id, why=why)
    said = f"{goes.name} and {comes.name}, {scene.case.ref} and {there.case.ref}"
    for one in (scene, there):
        await remark(ask, one.audit.id, RemarkKind.SWAPPED, said)
    line = f"{comes.name} takes {scene.case.ref} and {goes.name} takes {there.case.ref}."
    changed = (*involved(scene), *involved(there))
    return Answer(view="audit_board", about=ask.ref, changed=changed, notice=line, line=line)


async def _other(ask: Ask, scene: Scene) -> tuple[Scene, Seat]:
    typed = ask.typed("with").strip()
    there = await scene_of_seat(ask.uow, ask.council, int(typed)) if typed.isdecimal() else None
    if there is None or there.cycle.id != scene.cycle.id or there.audit.id == scene.audit.id:
        raise Fault("Please choose a part of another audit of this cycle.", field="with")
    other = there.seat(int(typed))
    if not other.live:
        raise Fault("That part cannot change hands any more. Nothing was changed.", field="with")
    return there, other
