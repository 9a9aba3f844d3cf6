"""What opening a cycle would do: which records, which people, why, and what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.audits.allocation import Allocation, allocate
from domain.audits.audit import Cycle, NewAudit, NewCycle, NewSeat
from domain.audits.draw import Draw, DrawKind, DrawRule, draw
from domain.audits.needs import SeatNeed, Staffing
from domain.calendar.wording import say_day
from domain.calendar.working_days import add_months
from domain.cases.case import Case
from domain.faults import Fault
from domain.frameworks.cycles import opening_for
from domain.frameworks.deadlines import due_on
from domain.frameworks.programme import Programme
from domain.frameworks.seats import SeatRule
from domain.frameworks.selection import PerService, SelectionRule, ShareOfOpen
from domain.people.person import Person
from usecases.audits.staffing import need_for
from usecases.council import Council
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the coordinator asked for."""

    programme: str
    opens_on: date
    seed: int
    opened_by: str
    theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A cycle that is ready to be opened, and what the coordinator should know first."""

    programme: Programme
    cycle: NewCycle
    audits: tuple[NewAudit, ...]
    draw: Draw
    people: Mapping[str, Person]

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
    drawn = await _draw(uow, programme, order, people)
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
        ),
        audits=tuple(_audit(case, programme, allocation, dues) for case in drawn.chosen),
        draw=drawn,
        people=people,
    )


async def _not_twice(uow: UnitOfWork, programme: Programme, order: Order) -> None:
    """Refuse a second cycle of the same period: people would be asked twice."""
    period = opening_for(programme.cycle, order.opens_on)
    for known in await uow.audits.cycles(order.programme):
        if opening_for(programme.cycle, known.opens_on) == period:
            raise Fault(_already(programme, known))


def _already(programme: Programme, known: Cycle) -> str:
    return (
        f"{programme.title}: this period's cycle was opened on {say_day(known.opens_on)} "
        f"(cycle {known.id}, seed {known.seed}), so nothing was opened or sent again."
    )


async def _draw(
    uow: UnitOfWork, programme: Programme, order: Order, people: Mapping[str, Person]
) -> Draw:
    months = programme.selection.skip_audited_within_months
    recently = await uow.audits.audited_since(add_months(order.opens_on, -months))
    return draw(
        (await uow.cases.all()).values(),
        rule=_draw_rule(programme.selection),
        seed=order.seed,
        recently_audited=recently if months else frozenset(),
        auditors=_auditors(programme, order.opens_on, people),
    )


def _draw_rule(selection: SelectionRule) -> DrawRule:
    """The framework's rule as the draw asks for it; raises Fault where records are not drawn."""
    if selection.kind != "random":
        raise Fault(
            "The records of this programme are chosen by people and not drawn, so it cannot be "
            "opened by this command. Nothing was opened."
        )
    count = selection.count
    rule = DrawRule(
        kind=DrawKind(count.kind),
        services=frozenset(selection.services),
        spread_over=selection.spread_over,
    )
    if isinstance(count, ShareOfOpen):
        return replace(rule, share=count.share)
    if isinstance(count, PerService):
        return replace(rule, numbers=count.numbers)
    return replace(rule, number=count.number)


def _auditors(programme: Programme, day: date, people: Mapping[str, Person]) -> int:
    """Everybody here who may hold a seat that is drawn."""
    roles = frozenset(r for s in programme.seats if s.from_pool for r in s.eligible_roles)
    return sum(p.holds(roles) and p.here_on(day) for p in people.values())


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
        _need(case, rule, order.opens_on, dues[rule.key])
        for case in drawn.chosen
        for rule in programme.seats
    ]
    staffing = Staffing(people=people, loads=await uow.audits.loads())
    return allocate(needs, staffing, seed=order.seed, assigner=council.assigner)


def _need(case: Case, rule: SeatRule, first_day: date, last_day: date) -> SeatNeed:
    key = f"{case.ref}/{rule.key}"
    return need_for(key, case, rule, first_day=first_day, last_day=last_day)


def _audit(
    case: Case, programme: Programme, allocation: Allocation, dues: Mapping[str, date]
) -> NewAudit:
    found = {rule.key: allocation[f"{case.ref}/{rule.key}"] for rule in programme.seats}
    seats = tuple(
        NewSeat(role=key, holder=placed.person_id, due_on=dues[key], why=placed.why)
        for key, placed in found.items()
    )
    return NewAudit(case_ref=case.ref, seats=seats)
