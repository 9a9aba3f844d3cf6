"""A reminder of a seat, for its holder."""

from __future__ import annotations

from cards.cycles.seat_chased import SeatChased
from domain.audits.audit import AuditState, SeatState
from usecases.audits.holding import holds_seat
from usecases.audits.scene import scene_of_seat
from usecases.showing import Look, shows


@shows("seat_chased")
async def show_seat_chased(look: Look) -> SeatChased | None:
    """What is waited for; None for anybody else, and where there is nothing to wait for."""
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    if scene is None or scene.audit.state is AuditState.CANCELLED:
        return None
    seat = scene.seat(look.about.number)
    if not await holds_seat(look.uow, look.reader, seat, look.today):
        return None
    draft = await look.uow.assessments.of_seat(seat.id)
    begun = sum(area.begun for area in draft.areas) if draft else 0
    return SeatChased(
        ref=look.about,
        version=seat.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        seat_label=scene.rule(seat).label,
        due=seat.due_on,
        working_days_left=look.council.days_left(look.today, seat.due_on),
        progress=f"{begun} of {len(scene.programme.areas)} areas" if draft else "Not started",
        done=seat.state is SeatState.SUBMITTED,
        notice=look.notice or None,
    )
