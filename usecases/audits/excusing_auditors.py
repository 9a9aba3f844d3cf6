"""The auditors of a deep dive are excused, and what is due in their month moves (LEI-14, E-24)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from domain.audits.audit import AuditState, Cycle, Seat
from domain.audits.exemption import Spell
from domain.calendar.working_days import add_months, end_of_day
from domain.frameworks.deadlines import due_on
from domain.refs import Ref
from usecases.audits.allocating import form_ref, seat_ref
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

MOVED = "move_due_date"
"""In the trail of the cycle that excuses: whose seat fell due in the month, and its new day."""


async def excuse_auditors(
    uow: UnitOfWork, council: Council, cycle: Cycle, *, actor: str, now: datetime
) -> None:
    """Those who hold its seats now are excused in its month, and nobody else by it.

    Called whenever one of its seats changes hands; does nothing for a programme that excuses
    nobody. Whoever is new to it is told, and so are those who run cycles.
    """
    rule = council.framework.programme(cycle.programme).excuses
    if rule is None:
        return
    before = {spell.person_id for spell in await uow.exemptions.of_cycle(cycle.id)}
    spells = await _spells(uow, council, cycle)
    await uow.exemptions.put(cycle.id, spells)
    new = {spell.person_id: spell for spell in spells if spell.person_id not in before}
    if not new:
        return
    first = cycle.opens_on.replace(day=1)
    until = due_on(rule.moves_to, first, council.calendar)
    for seat in await _due_in(uow, new.keys(), spells[0], cycle.id):
        await _move(uow, cycle, seat, until, actor=actor, now=now)
    about = Ref("cycle", str(cycle.id))
    for person_id in new:
        await tell(uow, "auditors_excused", about, person_id, now=now, once="excused")
    once = f"excused/{sha256(' '.join(sorted(new)).encode()).hexdigest()[:16]}"
    await tell_coordinators(uow, council, "auditors_excused", about, now, once=once)


async def _spells(uow: UnitOfWork, council: Council, cycle: Cycle) -> list[Spell]:
    """A calendar month for each who holds a seat, by id."""
    first = cycle.opens_on.replace(day=1)
    last = date.fromordinal(add_months(first, 1).toordinal() - 1)
    noun = council.framework.programme(cycle.programme).noun
    holders = {
        seat.holder
        for audit, seats in await uow.audits.of_cycle(cycle.id)
        for seat in seats
        if seat.holder and audit.state is not AuditState.CANCELLED
    }
    return [
        Spell(person_id=one, cycle_id=cycle.id, first_day=first, last_day=last, noun=noun)
        for one in sorted(holders)
    ]


async def _due_in(
    uow: UnitOfWork, people: Collection[str], month: Spell, cycle_id: int
) -> list[Seat]:
    """Their seats of other cycles that fall due in the month, sent or not yet sent."""
    found = []
    for seat in [*await uow.audits.live_seats(), *await uow.audits.held_seats()]:
        if seat.holder in people and month.holds(seat.due_on):
            audit = await uow.audits.get(seat.audit_id)
            if audit and audit.cycle_id != cycle_id and audit.state is not AuditState.CANCELLED:
                found.append(seat)
    return found


async def _move(
    uow: UnitOfWork, cycle: Cycle, seat: Seat, until: date, *, actor: str, now: datetime
) -> None:
    saved = await uow.audits.save_seat(replace(seat, due_on=until))
    await uow.duties.postpone(seat_ref(seat), end_of_day(until), now)
    days = {"before": seat.due_on.isoformat(), "until": until.isoformat()}
    details: dict[str, str | int | None] = {"seat": seat.id, "version": saved.version, **days}
    for about in (seat_ref(seat), Ref("cycle", str(cycle.id))):
        await uow.trail.record(about, MOVED, actor=actor, now=now, details=details)
    for shown in (seat_ref(seat), form_ref(seat.id)):
        await uow.outbox.refresh(shown, now=now)
