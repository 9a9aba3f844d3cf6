"""A seat that nobody holds, for a coordinator."""

from __future__ import annotations

from cards.audits.seat_vacant import SeatVacant
from domain.audits.audit import HANDED_OVER, Refusal
from usecases.audits.scene import scene_of_seat
from usecases.audits.staffing import people_who_may_take
from usecases.showing import Look, shows

MOST_NAMES = 60
REASONS = {
    "conflict": "knows this family, or has worked with them",
    "away": "will be away",
    "workload": "has too much on",
    "other": "something else",
    HANDED_OVER: "handed it over",
}


@shows("seat_vacant")
async def show_seat_vacant(look: Look) -> SeatVacant | None:
    """Why it is open and who may take it today; None for anybody who runs no cycles."""
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    if scene is None or not look.council.coordinates(look.reader):
        return None
    seat = scene.seat(look.about.number)
    holder = await look.uow.people.get(seat.holder) if seat.holder else None
    refusals = await look.uow.audits.refusals(seat.id)
    last = refusals[-1] if refusals else None
    able = [] if holder else await people_who_may_take(look.uow, scene, seat, look.today)
    return SeatVacant(
        ref=look.about,
        version=seat.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        seat_label=scene.rule(seat).label,
        due=seat.due_on,
        why=seat.why,
        team=scene.case.team,
        people=tuple((one.id, look.council.describe(one)) for one in able[:MOST_NAMES]),
        holder=holder.name if holder else "",
        given_back=await _given_back(look, last) if last else "",
        note=last.note if last else "",
        notice=look.notice or None,
    )


async def _given_back(look: Look, last: Refusal) -> str:
    who = await look.uow.people.get(last.person_id)
    return f"{who.name if who else 'Somebody who has left'}: {REASONS[last.reason]}"
