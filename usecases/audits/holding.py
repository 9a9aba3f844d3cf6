"""Who may work on a seat today."""

from __future__ import annotations

from datetime import date

from domain.audits.audit import Seat
from domain.audits.eligibility import own_work
from domain.people.person import Person
from usecases.ports import UnitOfWork
from usecases.standing import stands_for


async def holds_seat(uow: UnitOfWork, person: Person, seat: Seat, today: date) -> bool:
    """Whether the person holds the seat, or covers today for whoever does.

    Covering opens nothing that the rules close: nobody works on two seats of one audit, which
    would undo the blind step (HER-08), nor on an audit of their own work (E-08).
    """
    if seat.holder == person.id:
        return True
    if not await stands_for(uow, person, seat.holder, today):
        return False
    if any(other.holder == person.id for other in await uow.audits.seats_of(seat.audit_id)):
        return False
    audit = await uow.audits.get(seat.audit_id)
    case = await uow.cases.get(audit.case_ref) if audit else None
    return case is not None and person.id not in own_work(case)
