"""How people stand with their quotas: asked by the cards and by whoever nudges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.frameworks.sections import Quota
from domain.people.lines import first_above, manages
from domain.people.person import Person
from domain.quotas.period import Period, period_of
from domain.quotas.piece import DoneAudit, Piece
from domain.quotas.tally import PartTally, Tally, counted, tally
from usecases.audits.excusing import exempt_between
from usecases.council import Council
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person's quota in the period of the day.

    ``behind`` is how many fewer are done than an even pace asks. ``waiting`` are the people for
    whom a piece is owed and none is there yet, where it is owed once for each (SOM-21).
    """

    quota: Quota
    period: Period
    tally: Tally
    behind: int
    waiting: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class _Work:
    """What people did, by person."""

    pieces: Mapping[str, list[Piece]]
    audits: Mapping[str, list[DoneAudit]]


def quotas_of(council: Council, person: Person) -> tuple[Quota, ...]:
    """The quotas that the person owes, by role."""
    every = council.framework.quotas
    return tuple(quota for quota in every if person.holds(frozenset(quota.roles)))


async def standings(
    uow: UnitOfWork, council: Council, whom: Iterable[Person], today: date
) -> dict[str, list[Standing]]:
    """How each of them stands with every quota of theirs, by id; three reads a quota at most."""
    people = await uow.people.all()
    whom = list(whom)
    found: dict[str, list[Standing]] = {person.id: [] for person in whom}
    for quota in council.framework.quotas:
        owing = [person for person in whom if person.holds(frozenset(quota.roles))]
        theirs = {person.id: subjects_of(quota, person, people, today) for person in owing}
        period = period_of(quota, today)
        work = await _work(uow, period, {one.id for of in theirs.values() for one in of})
        for person in owing:
            found[person.id].append(_stands(council, quota, period, theirs[person.id], work, today))
    return found


def subjects_of(
    quota: Quota, person: Person, people: Mapping[str, Person], today: date
) -> list[Person]:
    """Whose work counts for the person: their own, or that of each whom they manage (SOM-21).

    Somebody counts for the nearest manager above who owes the quota, and for nobody else.
    """
    if not quota.for_each:
        return [person]
    owing, each = frozenset(quota.roles), frozenset(quota.for_each)
    practising = (p for p in people.values() if p.holds(each) and p.here_on(today))
    mine = [one for one in practising if first_above(one, owing, people) == person]
    return sorted(mine, key=lambda one: (one.name, one.id))


async def who_is_behind(
    uow: UnitOfWork, council: Council, today: date
) -> list[tuple[Person, Standing]]:
    """Everybody here who has done less than an even pace asks, by name; whoever nudges asks.

    Without those who are excused all other work on the day: no nudge reaches them (E-24).
    """
    excused = await exempt_between(uow, council, today, today)
    everybody = (await uow.people.all()).values()
    here = [p for p in everybody if p.here_on(today) and p.id not in excused]
    owing = sorted((p for p in here if quotas_of(council, p)), key=lambda p: (p.name, p.id))
    found = await standings(uow, council, owing, today)
    return [(p, standing) for p in owing for standing in found[p.id] if standing.behind]


def below(manager: Person, people: Mapping[str, Person], council: Council) -> list[Person]:
    """Everybody with a quota in the manager's line, by name; for who runs cycles everybody."""
    all_of_them = council.coordinates(manager)
    found = [
        person
        for person in people.values()
        if quotas_of(council, person)
        and person.id != manager.id
        and (all_of_them or manages(manager, person, people))
    ]
    return sorted(found, key=lambda person: (person.name, person.id))


async def _work(uow: UnitOfWork, period: Period, whose: set[str]) -> _Work:
    pieces: dict[str, list[Piece]] = {}
    audits: dict[str, list[DoneAudit]] = {}
    if whose:
        for piece in await uow.pieces.of(whose, period.first_day, period.last_day):
            pieces.setdefault(piece.person_id, []).append(piece)
        for audit in await uow.pieces.audited(whose, period.first_day, period.last_day):
            audits.setdefault(audit.person_id, []).append(audit)
    return _Work(pieces, audits)


def _stands(
    council: Council,
    quota: Quota,
    period: Period,
    whose: list[Person],
    work: _Work,
    today: date,
) -> Standing:
    single = frozenset(k for k, p in council.framework.programmes.items() if p.excuses)
    each = {
        one.id: tally(
            quota,
            counted(
                quota,
                period,
                work.pieces.get(one.id, ()),
                work.audits.get(one.id, ()),
                single,
            ),
        )
        for one in whose
    }
    whole = _sum(quota, list(each.values()))
    return Standing(
        quota=quota,
        period=period,
        tally=whole,
        behind=whole.behind(period.gone(today)),
        waiting=tuple(one for one in whose if each[one.id].left) if quota.for_each else (),
    )


def _sum(quota: Quota, tallies: list[Tally]) -> Tally:
    """All of them in one; a quota owed for nobody is owed nothing."""
    if not quota.for_each:
        return tallies[0]
    places = range(len(tallies[0].parts)) if tallies else ()
    return Tally(
        parts=tuple(
            PartTally(
                key=tallies[0].parts[place].key,
                owed=sum(one.parts[place].owed for one in tallies),
                done=sum(one.parts[place].done for one in tallies),
            )
            for place in places
        ),
        beyond=sum(one.beyond for one in tallies),
    )
