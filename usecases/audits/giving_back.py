"""A seat that its holder gives back goes to somebody else, or to the coordinators' list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.audits.audit import Refusal, Seat, SeatState
from domain.frameworks.deadlines import due_on
from domain.refs import Ref
from usecases.asking import Ask
from usecases.audits.allocating import form_ref, offer, release
from usecases.audits.excusing_auditors import excuse_auditors
from usecases.audits.scene import Scene
from usecases.audits.staffing import place_again
from usecases.coordinating import tell_coordinators


async def give_back(ask: Ask, scene: Scene, seat: Seat, *, reason: str, note: str) -> Seat:
    """Take the seat from its holder and find the next one; nobody fits: it stays vacant."""
    await _let_go(ask, seat, reason=reason, note=note)
    placement = await place_again(ask.uow, scene, seat, ask.today, ask.council.assigner)
    return await _give(ask, scene, seat, placement.person_id, placement.why)


async def pass_to(
    ask: Ask, scene: Scene, seat: Seat, person_id: str, *, why: str, note: str
) -> Seat:
    """Take the seat from its holder and give it to a named person."""
    await _let_go(ask, seat, reason="handed_over", note=note)
    return await _give(ask, scene, seat, person_id, why)


async def appoint(ask: Ask, scene: Scene, seat: Seat, person_id: str, *, why: str) -> Seat:
    """Give a vacant seat to a named person."""
    return await _give(ask, scene, seat, person_id, why)


async def move(ask: Ask, scene: Scene, seat: Seat, person_id: str, *, why: str) -> Seat:
    """Give a seat to a named person because whoever runs the cycle says so.

    That is no refusal of the former holder, who may be asked again.
    """
    if seat.holder:
        await release(ask.uow, seat, ask.now)
        await ask.uow.focuses.clear(seat.holder)
    return await _give(ask, scene, seat, person_id, why)


async def _let_go(ask: Ask, seat: Seat, *, reason: str, note: str) -> None:
    if seat.holder is None:
        return
    await release(ask.uow, seat, ask.now)
    await ask.uow.focuses.clear(seat.holder)
    refusal = Refusal(person_id=seat.holder, reason=reason, at=ask.now, note=note)
    await ask.uow.audits.add_refusal(seat.id, refusal)
    about = Ref("seat", str(seat.id))
    once = f"back{seat.version}"
    await tell_coordinators(ask.uow, ask.council, "seat_vacant", about, ask.now, once=once)


async def _give(ask: Ask, scene: Scene, seat: Seat, holder: str | None, why: str) -> Seat:
    due = _new_due(ask, scene, seat)
    state = _state(ask, scene, seat) if holder else SeatState.VACANT
    given = await ask.uow.audits.save_seat(
        replace(seat, holder=holder, state=state, due_on=due, why=why, since=ask.now)
    )
    await ask.uow.trail.record(
        Ref("seat", str(seat.id)),
        "allocate_seat" if holder else "leave_seat_vacant",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": given.version, "holder": holder, "before": seat.holder},
    )
    if holder:
        await offer(ask.uow, ask.council, given, ask.now)
    await excuse_auditors(ask.uow, ask.council, scene.cycle, actor=ask.actor.id, now=ask.now)
    await _refresh(ask, scene, seat)
    return given


async def _refresh(ask: Ask, scene: Scene, seat: Seat) -> None:
    """Whoever reads the old holder's name, or that nobody holds it, reads the new state."""
    notices = await ask.uow.notices.of_audit(scene.audit.id)
    told = [Ref("notice", str(notice.id)) for notice in notices]
    for subject in (form_ref(seat.id), scene.cycle_ref, *told):
        await ask.uow.outbox.refresh(subject, now=ask.now)


def _state(ask: Ask, scene: Scene, seat: Seat) -> SeatState:
    """A seat whose day has not come stays held back (E-71)."""
    held = scene.rule(seat).hand_over
    if held and ask.today < scene.cycle.opens_on + timedelta(days=held.from_day):
        return SeatState.HELD
    return SeatState.OFFERED


def _new_due(ask: Ask, scene: Scene, seat: Seat) -> date:
    """The clock restarts only in the first half of the time (E-09); a panel's never does."""
    if seat.panel:
        return seat.due_on
    opened = scene.cycle.opens_on
    first_half = ask.today <= opened + (seat.due_on - opened) / 2
    if not first_half:
        return seat.due_on
    again = due_on(scene.rule(seat).due, ask.today, ask.council.calendar)
    return max(again, seat.due_on)
