"""What opening a cycle did, for a coordinator."""

from __future__ import annotations

from cards.audits.cycle_opened import CycleOpened, ReachProblem
from domain.audits.audit import Seat
from usecases.showing import Look, shows


@shows("cycle_opened")
async def show_cycle_opened(look: Look) -> CycleOpened | None:
    """Counts, seed and who could not be reached; None for anybody who runs no cycles."""
    cycle = await look.uow.audits.cycle(look.about.number)
    if cycle is None or not look.council.coordinates(look.reader):
        return None
    audits = await look.uow.audits.of_cycle(cycle.id)
    seats = [seat for _, of_one in audits for seat in of_one]
    return CycleOpened(
        ref=look.about,
        version=1,
        programme=look.council.framework.programme(cycle.programme).title,
        cycle=f"{cycle.opens_on:%B %Y}",
        audits=len(audits),
        seats=len(seats),
        due=cycle.due_on,
        pool=cycle.pool_size,
        seed=cycle.seed,
        theme=cycle.theme,
        unallocated=sum(seat.holder is None for seat in seats),
        reach_problems=await _unreached(look, seats),
    )


async def _unreached(look: Look, seats: list[Seat]) -> tuple[ReachProblem, ...]:
    known = await look.uow.addresses.all()
    found = []
    for holder in sorted({seat.holder for seat in seats if seat.holder}):
        address = known.get(holder)
        if address is not None and address.blocked is None:
            continue
        person = await look.uow.people.get(holder)
        why = "has blocked or removed the app" if address else "has not added the app yet"
        found.append(ReachProblem(name=person.name if person else holder, why=why))
    return tuple(found)
