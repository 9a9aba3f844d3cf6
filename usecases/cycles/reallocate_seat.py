"""Give a seat to somebody else, because whoever runs the cycle says so."""

from __future__ import annotations

from domain.audits.audit import Seat, SeatState
from domain.audits.remark import RemarkKind
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.giving_back import move
from usecases.audits.hand_over_audit import eligible_taker
from usecases.audits.scene import Scene
from usecases.cycles.boards import involved, running
from usecases.cycles.remarking import reason_of, remark

IN = "That part is in, so it stays with whoever did it. Nothing was changed."


@verb(subject="audit", past="gave it to somebody else")
async def reallocate_seat(ask: Ask) -> Answer:
    """The new holder is asked; whoever had it is told by their card, and their draft is kept."""
    scene = await running(ask)
    seat = chosen_seat(ask, scene)
    taker = await eligible_taker(ask, scene, seat, ask.typed("person"))
    reason = reason_of(ask, f"{taker.first_name} takes it")
    await move(ask, scene, seat, taker.id, why=f"{ask.actor.name} asked you to")
    said = f"To {taker.name}: {reason}"
    await remark(ask, scene.audit.id, RemarkKind.REALLOCATED, said)
    line = f"{taker.name} has been asked to take {scene.case.ref}."
    return Answer(
        view="audit_board", about=ask.ref, changed=involved(scene), notice=line, line=line
    )


def chosen_seat(ask: Ask, scene: Scene, field: str = "seat") -> Seat:
    """The seat that the input names, while it can change hands; raises Fault."""
    typed = ask.typed(field).strip()
    for seat in scene.seats:
        if str(seat.id) == typed:
            if seat.live or seat.state is SeatState.VACANT:
                return seat
            raise Fault(IN, field=field)
    raise Fault("Please choose which part. Nothing was changed.", field=field)
