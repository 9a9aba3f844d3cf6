"""Who is excused from all other audit work (LEI-14, E-24): asked by draws, cards and nudges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from domain.audits.audit import NewAudit, Seat, SeatState
from domain.audits.exemption import Spell, by_person, exempt_on
from domain.frameworks.deadlines import due_on
from domain.frameworks.programme import Programme
from usecases.council import Council
from usecases.ports import UnitOfWork


def excuses_anybody(council: Council) -> bool:
    """Whether a programme of the framework excuses its auditors from others."""
    return any(programme.excuses for programme in council.framework.programmes.values())


async def exempt_between(
    uow: UnitOfWork, council: Council, first_day: date, last_day: date, *, but: int | None = None
) -> Mapping[str, Sequence[Spell]]:
    """The spells with a day between the two, by person; those of the cycle ``but`` bar nothing."""
    if not excuses_anybody(council):
        return {}
    spells = await uow.exemptions.between(first_day, last_day)
    return by_person(spell for spell in spells if spell.cycle_id != but)


async def exemption_of(
    uow: UnitOfWork, council: Council, person_id: str, day: date, *, but: int | None = None
) -> Spell | None:
    """What excuses the person on the day from all audits but those of one cycle.

    A nudge of an audit of cycle ``but`` goes out all the same.
    """
    found = await exempt_between(uow, council, day, day, but=but)
    return exempt_on(found.get(person_id, ()), person_id, day)


def owed_by_each(council: Council, programme: Programme) -> bool:
    """Whether every auditor owes an audit of each cycle, excused on its day or not (E-24)."""
    return excuses_anybody(council) and programme.selection.count.kind == "per_auditor"


def moved_on(audit: NewAudit, council: Council, exempt: Mapping[str, Sequence[Spell]]) -> NewAudit:
    """The audit with what falls due in somebody's excused month put off to its new day (E-24)."""
    seats = (
        replace(seat, due_on=_later(seat.due_on, exempt.get(seat.holder or "", ()), council))
        for seat in audit.seats
    )
    return replace(audit, seats=tuple(seats))


def _later(due: date, mine: Sequence[Spell], council: Council) -> date:
    rules = (programme.excuses for programme in council.framework.programmes.values())
    rule = next((one for one in rules if one), None)
    spell = next((one for one in mine if one.holds(due)), None)
    return due_on(rule.moves_to, spell.first_day, council.calendar) if rule and spell else due


async def keep_back(uow: UnitOfWork, seat: Seat, now: datetime) -> None:
    """The card of somebody who is excused waits until their month is over (E-24).

    The seat stays theirs. E-24 moves what falls due and gives nothing away: everybody still owes
    the pieces of the year, and another would have two.
    """
    if seat.state is SeatState.OFFERED:
        await uow.audits.save_seat(replace(seat, state=SeatState.HELD, since=now))
