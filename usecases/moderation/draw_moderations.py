"""The day of the draw: audits go to their panels, the rest are final (SEF-17 to SEF-20)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.audits.audit import Cycle
from domain.audits.outcome import Settled
from domain.calendar.working_days import local_day
from domain.faults import MovedOnFault
from domain.moderation.draw import disputed
from domain.moderation.moderation import Moderation
from domain.refs import Ref
from usecases.audits.finishing import finish, outcome_of
from usecases.audits.scene import Scene
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.moderation.drawing import Lot, day_of, look_at_lot
from usecases.moderation.opening import panel_of, seat_panels
from usecases.moderation.sending import SERVICE, rules_of, send_to_panel
from usecases.moderation.submissions import submissions
from usecases.ports import UnitOfWork


async def draw_moderations(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Draw in every cycle whose day has come; gives how many audits moved. Safe to repeat."""
    moved = 0
    for cycle in await _cycles(uow, await uow.moderations.waiting()):
        lot = await look_at_lot(uow, council, cycle, now)
        if lot.day is not None and lot.day > local_day(now):
            continue
        moved += await _send(uow, council, lot, now)
        moved += await _let_pass(uow, lot, now)
    return moved


async def _cycles(uow: UnitOfWork, waiting: Sequence[Moderation]) -> list[Cycle]:
    audits = [await uow.audits.get(moderation.audit_id) for moderation in waiting]
    ids = dict.fromkeys(audit.cycle_id for audit in audits if audit)
    found = [await uow.audits.cycle(cycle_id) for cycle_id in ids]
    return [cycle for cycle in found if cycle]


async def _send(uow: UnitOfWork, council: Council, lot: Lot, now: datetime) -> int:
    """Send what was drawn, seat all panels together, and tell the coordinators once."""
    panels = []
    for turn, (audit_id, reasons) in enumerate(lot.reasons.items()):
        scene = lot.scenes[audit_id]
        try:
            sent = await send_to_panel(
                uow, scene, reasons, now, moderation=lot.moderations[audit_id]
            )
        except MovedOnFault:  # another replica has just drawn it; nothing was written here
            continue
        panels.append(panel_of(scene, sent, turn=turn))
    if not panels:
        return 0
    await seat_panels(uow, council, panels, now, lot.preset)
    about = Ref("cycle", str(lot.cycle.id))
    await uow.trail.record(
        about,
        "draw_moderation",
        actor=SERVICE,
        now=now,
        details={"seed": lot.cycle.seed, "drawn": len(panels), "of": lot.sample.of},
    )
    once = f"drawn-{local_day(now)}"
    await tell_coordinators(uow, council, "moderation_draw", about, now, once=once)
    return len(panels)


async def _let_pass(uow: UnitOfWork, lot: Lot, now: datetime) -> int:
    """What was not drawn becomes final, once nobody may disagree any more."""
    passed = 0
    for audit_id, moderation in lot.moderations.items():
        if audit_id in lot.reasons or not _is_over(moderation, local_day(now)):
            continue
        passed += await _pass(uow, lot.scenes[audit_id], now)
    return passed


def _is_over(moderation: Moderation, today: date) -> bool:
    return moderation.disagree_by is None or moderation.disagree_by < today


async def _pass(uow: UnitOfWork, scene: Scene, now: datetime) -> int:
    sent = await submissions(uow, scene)
    settled = Settled.AGREED if len(sent) > 1 else Settled.AS_SUBMITTED
    try:
        await finish(uow, scene, outcome_of(scene, sent, settled, sent[0], now), now)
    except MovedOnFault:  # another replica has just finished it
        return 0
    return 1


async def send_disputed(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Somebody disagrees after the draw, or while a panel sits: all of the panel decide (E-96).

    Before the draw nothing is sent: the draw comes and takes it.
    """
    moderation = await uow.moderations.of_audit(scene.audit.id)
    day, today = day_of(scene.council, scene.cycle), local_day(now)
    reason = disputed(rules_of(scene))
    if moderation is None or reason is None or moderation.drawn_as(reason.kind):
        return
    if not moderation.drawn and day is not None and day > today:
        return
    sent = await send_to_panel(uow, scene, [reason], now, moderation=moderation)
    await seat_panels(uow, scene.council, [panel_of(scene, sent)], now)
