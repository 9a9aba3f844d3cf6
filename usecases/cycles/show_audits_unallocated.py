"""The seats of a cycle that nobody holds, for a coordinator."""

from __future__ import annotations

from cards.audits.audits_unallocated import AuditsUnallocated, UnallocatedSeat
from domain.moderation.panel import rule_of
from domain.refs import Ref
from usecases.showing import Look, shows


@shows("audits_unallocated")
async def show_audits_unallocated(look: Look) -> AuditsUnallocated | None:
    """The list with reasons; None for anybody who runs no cycles."""
    cycle = await look.uow.audits.cycle(look.about.number)
    if cycle is None or not look.council.coordinates(look.reader):
        return None
    programme = look.council.framework.programme(cycle.programme)
    vacant = [
        UnallocatedSeat(
            ref=Ref("seat", str(seat.id)),
            version=seat.version,
            case=audit.case_ref,
            seat_label=rule_of(programme, seat.role).label,
            why=seat.why,
        )
        for audit, seats in await look.uow.audits.of_cycle(cycle.id)
        for seat in seats
        if seat.holder is None
    ]
    return AuditsUnallocated(
        ref=look.about,
        version=1,
        programme=programme.title,
        cycle=f"{cycle.opens_on:%B %Y}",
        seats=tuple(vacant),
        ways_on=("Press a seat to choose somebody.", "Or leave it: the rest goes on."),
    )
