"""A third reader: a further seat of the panel, by request."""

from __future__ import annotations

from datetime import datetime

from domain.faults import Fault
from domain.moderation.moderation import Moderation
from domain.moderation.panel import THIRD, panel_seats
from usecases.audits.scene import Scene
from usecases.moderation.opening import Panel, seat_panels
from usecases.ports import UnitOfWork


async def add_third_reader(
    uow: UnitOfWork, scene: Scene, moderation: Moderation, now: datetime
) -> None:
    """Seat a third reader; raises Fault where the panel has one, or is not seated yet."""
    if any(seat.role == THIRD for seat in scene.seats):
        raise Fault("A third reader has been asked already, so nothing was changed.")
    if moderation.opened_at is None:
        raise Fault("The panel is not seated yet, so nothing was changed. Try again after that.")
    third = panel_seats(scene.programme)[THIRD]
    await seat_panels(uow, scene.council, [Panel(scene, moderation, (third,))], now)
