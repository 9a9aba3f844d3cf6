"""How far a cycle has come, for a coordinator."""

from __future__ import annotations

from collections.abc import Mapping

from cards.audits.cycle_progress import AuditLine, CycleProgress
from domain.audits.audit import Audit, Seat
from domain.audits.progress import late_seats, stage_of
from domain.delivery.message import Doubt
from domain.people.person import Person
from usecases.showing import Look, shows

VACANT = "a vacant seat"


@shows("cycle_progress", doubt=Doubt.LET_BE)
async def show_cycle_progress(look: Look) -> CycleProgress | None:
    """Every audit by stage, and who is late; None for anybody who runs no cycles."""
    cycle = await look.uow.audits.cycle(look.about.number)
    if cycle is None or not look.council.coordinates(look.reader):
        return None
    people = await look.uow.people.all()
    audits = await look.uow.audits.of_cycle(cycle.id)
    found = [line for audit, seats in audits if (line := _line(look, people, audit, seats))]
    return CycleProgress(
        ref=look.about,
        version=1,
        programme=look.council.framework.programme(cycle.programme).title,
        cycle=f"{cycle.opens_on:%B %Y}",
        due=cycle.due_on,
        counted_at=look.now,
        audits=tuple(found),
        cancelled=len(audits) - len(found),
        notice=look.notice or None,
    )


def _line(
    look: Look, people: Mapping[str, Person], audit: Audit, seats: list[Seat]
) -> AuditLine | None:
    """One audit in the counts; None where it was cancelled."""
    stage = stage_of(audit, seats)
    if stage is None:
        return None
    late = late_seats(audit, seats, look.today)
    days = [-look.council.days_left(look.today, seat.due_on) for seat in late]
    names = (_name(people, seat) for seat in late)
    return AuditLine(
        case=audit.case_ref,
        stage=stage,
        days_late=max(days, default=None),
        waits_for=tuple(dict.fromkeys(names)),
    )


def _name(people: Mapping[str, Person], seat: Seat) -> str:
    if seat.holder is None:
        return VACANT
    return people[seat.holder].name if seat.holder in people else seat.holder
