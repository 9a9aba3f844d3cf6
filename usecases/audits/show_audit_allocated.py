"""The allocation card, for the holder of a seat and for whoever gave it back."""

from __future__ import annotations

from cards.audits.audit_allocated import AuditAllocated, Draw, State
from cards.audits.parts import SeatHolder
from domain.audits.audit import HANDED_OVER, AuditState, Refusal, Seat, SeatState
from domain.calendar.working_days import local_day
from domain.people.person import Person
from usecases.audits.allocating import may_withdraw
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, holders_of, scene_of_seat
from usecases.audits.staffing import people_who_may_take
from usecases.showing import Look, shows

MOST_NAMES = 40  # a longer list makes the card too heavy; anybody else can be typed


@shows("audit_allocated")
async def show_audit_allocated(look: Look) -> AuditAllocated | None:
    """The seat as it stands for its holder, their cover or whoever gave it back; else None."""
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    if scene is None:
        return None
    seat = scene.seat(look.about.number)
    given_back = await _given_back(look, seat)
    mine = await holds_seat(look.uow, look.reader, seat, look.today)
    if not (mine or given_back):
        return None
    people = await holders_of(look.uow, scene.seats)
    draft = await look.uow.assessments.of_seat(seat.id)
    sent_at = draft.submitted_at if draft else None
    state = _state(scene, seat, given_back)
    is_open = state in {"new", "accepted", "started"}
    holder = people.get(seat.holder or "")
    return AuditAllocated(
        ref=look.about,
        version=seat.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        seat_label=scene.rule(seat).label,
        due=seat.due_on,
        working_days_left=look.council.days_left(look.today, seat.due_on),
        areas=len(scene.programme.areas),
        graded=sum(entry.begun for entry in draft.areas) if draft else 0,
        state=state,
        state_on=local_day(given_back.at if given_back else seat.since),
        team=scene.case.team,
        others=_others(scene, seat, people),
        why_you=seat.why,
        steps=_steps(scene, seat, people),
        draw=await _draw(look, scene),
        people=await _takers(look, scene, seat) if is_open else (),
        handed_to=holder.name if holder else "somebody else",
        may_withdraw=sent_at is not None
        and may_withdraw(look.council, scene.audit.state, sent_at, look.now),
        notice=look.notice or None,
    )


async def _given_back(look: Look, seat: Seat) -> Refusal | None:
    """How the reader gave the seat back; None while they hold it or cover for its holder."""
    if seat.holder == look.reader.id:
        return None
    mine = [r for r in await look.uow.audits.refusals(seat.id) if r.person_id == look.reader.id]
    return mine[-1] if mine else None


def _state(scene: Scene, seat: Seat, given_back: Refusal | None) -> State:
    if scene.audit.state is AuditState.CANCELLED:
        return "cancelled"
    if given_back:
        return "handed_over" if given_back.reason == HANDED_OVER else "declined"
    words: dict[SeatState, State] = {
        SeatState.OFFERED: "new",
        SeatState.ACCEPTED: "accepted",
        SeatState.STARTED: "started",
        SeatState.SUBMITTED: "submitted",
        SeatState.VACANT: "withdrawn",
    }
    return words[seat.state]


def _others(scene: Scene, seat: Seat, people: dict[str, Person]) -> tuple[SeatHolder, ...]:
    return tuple(
        SeatHolder(
            label=scene.rule(other).label,
            name=people[other.holder].name,
            role=scene.council.main_role(people[other.holder]),
        )
        for other in scene.others(seat)
        if other.holder in people
    )


def _steps(scene: Scene, seat: Seat, people: dict[str, Person]) -> tuple[str, ...]:
    """The framework's lines with names put in for ``{partner}`` and ``{worker}``."""
    partners = [people[o.holder].name for o in scene.others(seat) if o.holder in people]
    names = {"partner": partners[0] if partners else "the other auditor", "worker": "the worker"}
    return tuple(step.format_map(names) for step in scene.rule(seat).steps)


async def _draw(look: Look, scene: Scene) -> Draw:
    opener = await look.uow.people.get(scene.cycle.opened_by)
    return Draw(
        name=f"{scene.cycle.opens_on:%Y-%m}",
        pool=scene.cycle.pool_size,
        seed=scene.cycle.seed,
        by=opener.name if opener else "",
    )


async def _takers(look: Look, scene: Scene, seat: Seat) -> tuple[tuple[str, str], ...]:
    found = await people_who_may_take(look.uow, scene, seat, look.today)
    others = [person for person in found if person.id != look.reader.id]
    return tuple((one.id, look.council.describe(one)) for one in others[:MOST_NAMES])
