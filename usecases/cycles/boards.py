"""What the boards of a cycle are read from."""

from __future__ import annotations

from domain.audits.audit import AuditState
from domain.audits.board import BoardFilter, BoardLine, board_lines
from domain.faults import Fault, NotFoundFault
from domain.refs import Ref
from usecases.asking import Ask
from usecases.audits.scene import Scene, scene_of_audit
from usecases.showing import Look


async def lines_of(ask: Ask | Look, cycle_id: int) -> list[BoardLine]:
    """Every seat of a cycle."""
    audits = await ask.uow.audits.of_cycle(cycle_id)
    cases = {**await ask.uow.cases.all(), **await ask.uow.cases.beside()}
    return list(board_lines(audits, cases, ask.today))


def filter_of(typed: dict[str, str]) -> BoardFilter:
    """What the inputs of the board ask for."""
    return BoardFilter(team=typed.get("team", ""), stage=typed.get("stage", ""))


async def running(ask: Ask) -> Scene:
    """The audit that is asked about, while it can still be changed; raises Fault after that."""
    scene = await scene_of_audit(ask.uow, ask.council, ask.ref.number)
    if scene is None:
        raise NotFoundFault
    if scene.audit.state in {AuditState.FINAL, AuditState.CANCELLED}:
        state = "final" if scene.audit.state is AuditState.FINAL else "cancelled"
        raise Fault(f"This audit is {state}, so nothing was changed.")
    return scene


def involved(scene: Scene) -> tuple[Ref, ...]:
    """The subjects whose cards show the audit to its people."""
    own = Ref("audit", str(scene.audit.id))
    return (own, *scene.seat_refs(), scene.cycle_ref)
