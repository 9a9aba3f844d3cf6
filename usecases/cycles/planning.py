"""What opening a cycle would do: which records, which people, why, and what stays open."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.audits.allocation import Allocation, allocate
from domain.audits.audit import Cycle, NewAudit, NewCycle, NewSeat
from domain.audits.choosing import Choice, Earlier, choose, looks_back
from domain.audits.draw import Draw, DrawKind, DrawRule, draw
from domain.audits.needs import SeatNeed, Staffing
from domain.calendar.wording import say_day, say_list
from domain.calendar.working_days import add_months
from domain.cases.case import Case
from domain.faults import Fault
from domain.frameworks.cycles import opening_for
from domain.frameworks.deadlines import due_on
from domain.frameworks.programme import Programme
from domain.frameworks.seats import SeatRule
from domain.moderation.panel import moderators_seats
from domain.people.person import Person
from usecases.audits.excusing import exempt_between
from usecases.audits.staffing import need_for
from usecases.audits.turns import rota_of
from usecases.council import Council
from usecases.ports import UnitOfWork

LOOKS_BACK = 120  # cycles: ten years of monthly ones, so that every team's last turn is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the coordinator asked for.

    ``records`` are taken as they are named, in their order: a draw that was confirmed, or an
    audit out of the cycle (SEF-29). ``left_out`` were taken out of the draw by hand.
    ``pool_size`` is how many a confirmed draw was made from. ``occasion`` as in a Cycle; empty
    for the run of the calendar. ``among`` are the only people who may hold a seat, where
    somebody picked them: the records are shared out evenly, whatever else they hold (LEI-14).
    """

    programme: str
    opens_on: date
    seed: int
    opened_by: str
    theme: str = ""
    records: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    pool_size: int = 0
    occasion: str = ""
    among: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A cycle that is ready to be opened, and what the coordinator should know first."""

    programme: Programme
    cycle: NewCycle
    audits: tuple[NewAudit, ...]
    draw: Draw
    people: Mapping[str, Person]
    notes: tuple[str, ...] = ()

    @property
    def explained(self) -> tuple[str, ...]:
        """Why these records, and what the draw could not give, as sentences."""
        return (*self.notes, *self.draw.notes())

    @property
    def vacant(self) -> list[tuple[str, NewSeat]]:
        """The seats that nobody can take, with their records."""
        return [(a.case_ref, seat) for a in self.audits for seat in a.seats if not seat.holder]


async def plan_cycle(uow: UnitOfWork, council: Council, order: Order) -> Plan:
    """Draw and allocate, writing nothing; raises Fault where the cycle cannot be opened."""
    programme = council.framework.programme(order.programme)
    await _not_twice(uow, programme, order)
    people = await uow.people.all()
    dues = {s.key: due_on(s.due, order.opens_on, council.calendar) for s in programme.seats}
    drawn, choice = await _draw(uow, council, order, programme, people)
    if not drawn.chosen:
        raise Fault(
            "There is no open record to draw from, so nothing was opened. "
            "Check the services in the framework file, and import the cases."
        )
    allocation = await _allocate(uow, council, order, programme, drawn, people, dues)
    return Plan(
        programme=programme,
        cycle=NewCycle(
            framework=council.framework.id,
            programme=order.programme,
            opens_on=order.opens_on,
            due_on=max(dues.values()),
            seed=order.seed,
            pool_size=drawn.pool_size,
            opened_by=order.opened_by,
            theme=order.theme,
            occasion=occasion_of(programme, order),
        ),
        audits=tuple(_audit(case, programme, allocation, dues) for case in drawn.chosen),
        draw=drawn,
        people=people,
        notes=choice.notes,
    )


async def _not_twice(uow: UnitOfWork, programme: Programme, order: Order) -> None:
    """Refuse a second cycle of the same occasion: people would be asked twice."""
    occasion = occasion_of(programme, order)
    for known in await uow.audits.cycles(order.programme):
        if known.occasion == occasion:
            raise Fault(_already(programme, known))


def occasion_of(programme: Programme, order: Order) -> str:
    """Which run it is: as the order says, or the printed day of the calendar's period."""
    return order.occasion or opening_for(programme.cycle, order.opens_on).isoformat()


def _already(programme: Programme, known: Cycle) -> str:
    return (
        f"{programme.title}: this period's cycle was opened on {say_day(known.opens_on)} "
        f"(cycle {known.id}, seed {known.seed}), so nothing was opened or sent again."
    )


async def _choice(
    uow: UnitOfWork, programme: Programme, order: Order, cases: Mapping[str, Case]
) -> Choice:
    cycles = await uow.audits.cycles(programme.key) if looks_back(programme) else []
    earlier = [
        Earlier(
            opens_on=cycle.opens_on,
            taken=frozenset(a.case_ref for a, _ in await uow.audits.of_cycle(cycle.id)),
        )
        for cycle in cycles[:LOOKS_BACK]
        if cycle.of_calendar
    ]
    return choose(programme, order.opens_on, earlier, cases)


async def _draw(
    uow: UnitOfWork,
    council: Council,
    order: Order,
    programme: Programme,
    people: Mapping[str, Person],
) -> tuple[Draw, Choice]:
    cases = await uow.cases.all()
    if order.records:
        return _by_name(order, cases)
    months = programme.selection.skip_audited_within_months
    recently = await uow.audits.audited_since(add_months(order.opens_on, -months))
    choice = await _choice(uow, programme, order, cases)
    excused = await exempt_between(uow, council, order.opens_on, order.opens_on)
    drawn = draw(
        choice.pool(cases.values()),
        rule=choice.rule,
        seed=order.seed,
        recently_audited=recently if months else frozenset(),
        auditors=_auditors(programme, order.opens_on, people, excused),
        left_out=order.left_out,
    )
    return drawn, choice


def _by_name(order: Order, cases: Mapping[str, Case]) -> tuple[Draw, Choice]:
    """The records as they are named; one that has closed since is left out and told."""
    refs = order.records
    if unknown := [ref for ref in refs if ref not in cases]:
        raise Fault(
            f"I know no record {say_list(unknown, 'or')}, so nothing was opened. "
            "Check the reference, or import the records first."
        )
    chosen = tuple(cases[ref] for ref in refs if cases[ref].open)
    closed = tuple(ref for ref in refs if not cases[ref].open)
    size = order.pool_size or len(refs)
    drawn = Draw(chosen=chosen, skipped_recent=(), repeats=(), short={}, pool_size=size)
    notes = (f"Closed, so not audited: {say_list(closed)}.",) if closed else ()
    return drawn, Choice(rule=DrawRule(kind=DrawKind.TOTAL), closed=closed, notes=notes)


def _auditors(
    programme: Programme, day: date, people: Mapping[str, Person], excused: Collection[str]
) -> int:
    """Everybody here who may hold a seat that is drawn, without those who are excused (E-24)."""
    roles = frozenset(r for s in programme.seats if s.from_pool for r in s.eligible_roles)
    free = (p for p in people.values() if p.id not in excused)
    return sum(p.holds(roles) and p.here_on(day) for p in free)


async def _allocate(  # noqa: PLR0913, PLR0917 - one place where all of it meets
    uow: UnitOfWork,
    council: Council,
    order: Order,
    programme: Programme,
    drawn: Draw,
    people: Mapping[str, Person],
    dues: Mapping[str, date],
) -> Allocation:
    needs = [
        replace(_need(case, rule, order.opens_on, dues[rule.key]), among=order.among)
        for case in drawn.chosen
        for rule in programme.seats
    ]
    first, last = order.opens_on, max(dues.values())
    rota = await rota_of(uow, programme, first)
    # a rota shares out each cycle by itself: who is late with the last one keeps their turn
    apart = order.among is not None or rota is not None
    staffing = Staffing(
        people=people,
        loads={} if apart else await uow.audits.loads(),
        exempt=await exempt_between(uow, council, first, last),
        rota=rota,
    )
    return allocate(needs, staffing, seed=order.seed, assigner=council.assigner)


def _need(case: Case, rule: SeatRule, first_day: date, last_day: date) -> SeatNeed:
    key = f"{case.ref}/{rule.key}"
    return need_for(key, case, rule, first_day=first_day, last_day=last_day)


def _audit(
    case: Case, programme: Programme, allocation: Allocation, dues: Mapping[str, date]
) -> NewAudit:
    found = {rule.key: allocation[f"{case.ref}/{rule.key}"] for rule in programme.seats}
    seats = tuple(
        NewSeat(
            role=key,
            holder=placed.person_id,
            due_on=dues[key],
            why=placed.why,
            panel=key in moderators_seats(programme),
            held=programme.seat(key).hand_over is not None,
        )
        for key, placed in found.items()
    )
    return NewAudit(case_ref=case.ref, seats=seats)
