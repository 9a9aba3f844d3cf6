"""One audit's board, for those who run the cycle."""

from __future__ import annotations

from cards.cycles.audit_board import AuditBoard, BoardSeat
from domain.audits.audit import AuditState, SeatState
from domain.audits.board import BoardLine, board_lines
from domain.delivery.message import Doubt
from domain.moderation.panel import THIRD
from domain.people.person import Person
from usecases.audits.scene import Scene, scene_of_audit
from usecases.audits.staffing import people_who_may_take
from usecases.cycles.boards import lines_of
from usecases.showing import Look, shows

MOST_NAMES = 40
KINDS = {
    "extended": "Extended by",
    "cancelled": "Cancelled by",
    "reallocated": "Given to somebody else by",
    "swapped": "Swapped by",
}


@shows("audit_board", doubt=Doubt.LET_BE)
async def show_audit_board(look: Look) -> AuditBoard | None:
    """Its seats and who could take them; None for anybody who runs no cycles."""
    scene = await scene_of_audit(look.uow, look.council, look.about.number)
    if scene is None or not look.council.coordinates(look.reader):
        return None
    people = await look.uow.people.all()
    found = list(
        board_lines([(scene.audit, scene.seats)], {scene.case.ref: scene.case}, look.today)
    )
    is_open = scene.audit.state not in {AuditState.FINAL, AuditState.CANCELLED}
    return AuditBoard(
        ref=look.about,
        version=scene.audit.version,
        cycle_ref=scene.cycle_ref,
        case=scene.case.ref,
        team=scene.case.team,
        programme=scene.programme.title,
        seats=tuple(_seat(scene, people, line) for line in found),
        state=_state(scene, found),
        open=is_open,
        people=await _takers(look, scene) if is_open else (),
        others=await _others(look, scene, people) if is_open else (),
        may_ask_third=await _may_ask_third(look, scene),
        notes=await _notes(look, scene, people),
        notice=look.notice or None,
        field=look.field,
    )


async def _may_ask_third(look: Look, scene: Scene) -> bool:
    """Whether a panel sits that has no third reader yet."""
    if scene.audit.state is not AuditState.MODERATING:
        return False
    moderation = await look.uow.moderations.of_audit(scene.audit.id)
    seated = moderation is not None and moderation.opened_at is not None
    return seated and all(seat.role != THIRD for seat in scene.seats)


def _seat(scene: Scene, people: dict[str, Person], line: BoardLine) -> BoardSeat:
    holder = people.get(line.seat.holder or "")
    return BoardSeat(
        key=str(line.seat.id),
        label=scene.rule(line.seat).label,
        holder=holder.name if holder else "",
        stage=line.stage,
        due=line.seat.due_on,
        late=line.late,
    )


def _state(scene: Scene, found: list[BoardLine]) -> str:
    if scene.audit.state is AuditState.OPEN:
        return "Late" if any(line.late for line in found) else "On time"
    return {
        AuditState.GRADED: "Graded",
        AuditState.MODERATING: "With a moderator",
        AuditState.FINAL: "Final",
        AuditState.CANCELLED: "Cancelled",
    }[scene.audit.state]


async def _takers(look: Look, scene: Scene) -> tuple[tuple[str, str], ...]:
    """Everybody who may take one of the seats that can change hands."""
    able: dict[str, Person] = {}
    for seat in scene.seats:
        if seat.live or seat.state is SeatState.VACANT:
            found = await people_who_may_take(look.uow, scene, seat, look.today)
            able |= {person.id: person for person in found}
    return tuple((p.id, look.council.describe(p)) for p in list(able.values())[:MOST_NAMES])


async def _others(
    look: Look, scene: Scene, people: dict[str, Person]
) -> tuple[tuple[str, str], ...]:
    """Seats of other audits of the cycle whose holders could change places."""
    every = await lines_of(look, scene.cycle.id)
    found = [
        (str(line.seat.id), f"{line.audit.case_ref}: {people[line.seat.holder].name}")
        for line in every
        if line.audit.id != scene.audit.id and line.seat.live and line.seat.holder in people
    ]
    return tuple(found[:MOST_NAMES])


async def _notes(
    look: Look, scene: Scene, people: dict[str, Person]
) -> tuple[tuple[str, str], ...]:
    remarks = await look.uow.remarks.of_audit(scene.audit.id)
    return tuple(
        (f"{KINDS[one.kind]} {people[one.person_id].name}", one.text)
        for one in remarks
        if one.person_id in people
    )
