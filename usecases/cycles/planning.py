"""What opening a cycle would do: which records, which people, why, and what stays open."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from domain.audits.allocation import Allocation, allocate
from domain.audits.audit import Cycle, NewAudit, NewCycle, NewSeat
from domain.audits.choosing import Choice, Earlier, choose, looks_back
from domain.audits.draw import Draw, DrawKind, DrawRule, draw
from domain.audits.looked_at import LookedAt
from domain.audits.needs import Staffing
from domain.audits.proposal import AT_ONCE
from domain.calendar.wording import say_day, say_list
from domain.calendar.working_days import add_months
from domain.cases.case import Case, CaseKind
from domain.faults import Fault
from domain.frameworks.cycles import opening_for
from domain.frameworks.deadlines import due_on
from domain.frameworks.programme import Programme
from domain.people.person import Person
from usecases.audits.excusing import exempt_between, moved_on, owed_by_each
from usecases.audits.turns import rota_of
from usecases.council import Council
from usecases.cycles.pools import looked_at, one_sample, pool_of
from usecases.cycles.seating import need_of, new_audit
from usecases.ports import UnitOfWork


class NothingToDrawFault(Fault):
    """There is no open record to draw from, so nothing was opened.

    Check the services in the framework file, and import the cases.
    """


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
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A cycle that is ready to be opened, and what the coordinator should know first.

    ``beside`` is what its audits look at that is no child's record: a team, a setting, a sample.
    ``looked`` is what each audit looks at, with the records of its sample; none in a plan by hand.
    """

    programme: Programme
    cycle: NewCycle
    audits: tuple[NewAudit, ...]
    draw: Draw
    people: Mapping[str, Person]
    notes: tuple[str, ...] = ()
    beside: tuple[Case, ...] = ()
    looked: tuple[LookedAt, ...] = ()

    @property
    def explained(self) -> tuple[str, ...]:
        """Why these records, and what the draw could not give, as sentences."""
        return (*self.notes, *self.draw.notes())

    @property
    def vacant(self) -> list[tuple[str, NewSeat]]:
        """The seats that nobody can take, with their records."""
        return [(a.case_ref, seat) for a in self.audits for seat in a.seats if not seat.holder]


async def plan_cycle(
    uow: UnitOfWork, council: Council, order: Order, *, apart: bool = False
) -> Plan:
    """Draw and allocate, writing nothing; raises Fault where the cycle cannot be opened.

    ``apart``: nothing of the database is held while seats are shared out, so that nobody waits;
    what was read may have changed after it.
    """
    programme = council.framework.programme(order.programme)
    await _not_twice(uow, programme, order)
    people = await uow.people.all()
    dues = {s.key: due_on(s.due, order.opens_on, council.calendar) for s in programme.seats}
    drawn, choice = await _draw(uow, order, programme, people)
    looked = await _looked_at(uow, order, programme, drawn, people)
    exempt = await exempt_between(uow, council, order.opens_on, max(dues.values()))
    share_out = await _allocating(uow, council, order, programme, looked, people, dues)
    async with uow.let_go() if apart else nullcontext():
        many = len(looked) > AT_ONCE  # then other turns go on meanwhile
        allocation = await to_thread(share_out) if many else share_out()
    return Plan(
        programme=programme,
        cycle=_cycle(council, order, programme, drawn, max(dues.values())),
        audits=tuple(
            moved_on(new_audit(one.case, programme, allocation, dues), council, exempt)
            for one in looked
        ),
        draw=drawn,
        people=people,
        notes=choice.notes,
        beside=tuple(one.case for one in looked if one.case.kind is not CaseKind.RECORD),
        looked=tuple(looked),
    )


def _cycle(
    council: Council, order: Order, programme: Programme, drawn: Draw, last_day: date
) -> NewCycle:
    return NewCycle(
        framework=council.framework.id,
        programme=order.programme,
        opens_on=order.opens_on,
        due_on=last_day,
        seed=order.seed,
        pool_size=drawn.pool_size,
        opened_by=order.opened_by,
        theme=order.theme,
        occasion=occasion_of(programme, order),
        template=order.template,
    )


async def _looked_at(
    uow: UnitOfWork,
    order: Order,
    programme: Programme,
    drawn: Draw,
    people: Mapping[str, Person],
) -> list[LookedAt]:
    """What each audit looks at; raises NothingToDrawFault where there is nothing."""
    occasion = occasion_of(programme, order)
    if _named_later(programme) and not order.records:
        several = range(1, _auditors(programme, order.opens_on, people) + 1)
        found = [one_sample(programme, occasion, (), number) for number in several]
    elif drawn.chosen:
        found = await looked_at(uow, programme, drawn, people, occasion, order.opens_on, order.seed)
    else:
        found = []
    if not found:
        raise NothingToDrawFault
    return found


def _named_later(programme: Programme) -> bool:
    """Whether those who audit take their samples themselves (LEI-20)."""
    return programme.selection.kind == "by_auditor" and programme.selection.subject == "sample"


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
    order: Order,
    programme: Programme,
    people: Mapping[str, Person],
) -> tuple[Draw, Choice]:
    named = bool(order.records)
    cases = await pool_of(uow, programme, people, order.opens_on, drawn=not named)
    if named:
        return _by_name(order, cases)
    months = programme.selection.skip_audited_within_months
    recently = await uow.audits.audited_since(add_months(order.opens_on, -months))
    choice = await _choice(uow, programme, order, cases)
    drawn = draw(
        choice.pool(cases.values()),
        rule=choice.rule,
        seed=order.seed,
        recently_audited=recently if months else frozenset(),
        auditors=_auditors(programme, order.opens_on, people),
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


def _auditors(programme: Programme, day: date, people: Mapping[str, Person]) -> int:
    """Everybody here who may hold a seat that is drawn.

    Whoever is excused on the day owes the year's pieces all the same: theirs only comes later
    (E-24).
    """
    roles = frozenset(r for s in programme.seats if s.from_pool for r in s.eligible_roles)
    return sum(p.holds(roles) and p.here_on(day) for p in people.values())


async def _allocating(  # noqa: PLR0913, PLR0917 - one place where all of it meets
    uow: UnitOfWork,
    council: Council,
    order: Order,
    programme: Programme,
    looked: Sequence[LookedAt],
    people: Mapping[str, Person],
    dues: Mapping[str, date],
) -> Callable[[], Allocation]:
    """All seats at once, ready to be computed: nothing more is read for it."""
    needs = [
        replace(
            need_of(one.case, rule, order.opens_on, dues[rule.key]),
            among=order.among,
            members=one.members,
        )
        for one in looked
        for rule in programme.seats
    ]
    first, last = order.opens_on, max(dues.values())
    rota = await rota_of(uow, programme, first)
    # a rota shares out each cycle by itself: who is late with the last one keeps their turn
    owed = owed_by_each(council, programme)
    apart = order.among is not None or rota is not None or owed
    staffing = Staffing(
        people=people,
        loads={} if apart else await uow.audits.loads(),
        exempt={} if owed else await exempt_between(uow, council, first, last),
        rota=rota,
    )
    return partial(allocate, needs, staffing, seed=order.seed, assigner=council.assigner)
