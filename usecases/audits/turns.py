"""The rota of a programme out of what was held in its cycles (SOM-03)."""

from __future__ import annotations

from datetime import date, timedelta

from domain.audits.rota import Rota
from domain.calendar.working_days import add_months
from domain.frameworks.programme import Programme
from domain.people.person import Person
from usecases.council import Council
from usecases.ports import UnitOfWork

LOOKS_BACK = 36  # months; whose last part lies further back begins anew


async def rota_of(uow: UnitOfWork, programme: Programme, day: date) -> Rota | None:
    """Whose turn it is in the cycle that opens on the day; None where no seats alternate."""
    if not any(seat.alternates_with for seat in programme.seats):
        return None
    held = await uow.audits.roles_held(programme.key, add_months(day, -LOOKS_BACK), day)
    return Rota.of(programme.seats, held)


async def next_roles(
    uow: UnitOfWork, council: Council, person: Person, today: date
) -> tuple[str, ...]:
    """The names of the seats that come next for the person: ``Moderator``, by programme."""
    found = []
    for programme in council.framework.programmes.values():
        rota = await rota_of(uow, programme, today + timedelta(days=1))
        if rota is None:
            continue
        seat = programme.seat(rota.next_role(person.id))
        if person.holds(frozenset(seat.eligible_roles)):
            found.append(seat.short)
    return tuple(found)
