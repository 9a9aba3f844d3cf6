"""The monthly learning of each service, on the theme of its passed plan (LEI-08, LEI-09)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from domain.approvals.approval import Approval, ApprovalState
from domain.approvals.terms import rule_of, senders
from domain.audits.briefing import THEME_LIMIT
from domain.audits.looked_at import service_ref
from domain.audits.proposal import seed_of
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.frameworks.cycles import opening_for, openings
from domain.frameworks.programme import Programme
from domain.people.lines import manages
from domain.people.person import Person
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.opening_by_itself import BEHIND
from usecases.cycles.planning import Order, plan_cycle
from usecases.ports import UnitOfWork


async def open_by_plan(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Open what is due of each service with a plan; gives how many. The caller commits.

    Safe to repeat: a service has one a month. A plan that passes in the month's first fortnight
    still opens that month's.
    """
    today = local_day(now)
    return sum(
        [
            await _open(uow, council, programme, opens_on, now)
            for programme in council.framework.programmes.values()
            if programme.selection.follows
            for opens_on in openings(programme.cycle, today - BEHIND, today)
        ]
    )


async def _open(
    uow: UnitOfWork, council: Council, programme: Programme, opens_on: date, now: datetime
) -> int:
    people = await uow.people.all()
    rule = rule_of(council.framework, programme.selection.follows)
    known = {cycle.occasion for cycle in await uow.audits.cycles(programme.key)}
    made = 0
    for head in senders(rule, people, local_day(now)):
        occasion = f"{opening_for(programme.cycle, opens_on).isoformat()}/{head.id}"
        plan = await plan_of(uow, rule.key, head)
        if plan and head.service and occasion not in known:
            among = line_of(head, programme, people.values())
            order = Order(
                programme=programme.key,
                opens_on=opens_on,
                seed=seed_of(council.framework.id, programme.key, occasion, 1),
                opened_by="practice-loop",
                theme=theme_of(plan),
                records=(service_ref(head.service),),
                occasion=occasion,
                among=among,
            )
            made += await _opened(uow, council, order, now)
    return made


async def _opened(uow: UnitOfWork, council: Council, order: Order, now: datetime) -> bool:
    try:
        plan = await plan_cycle(uow, council, order)
        await open_cycle(uow, council, plan, now)
    except Fault:  # another replica has just opened it
        return False
    return True


async def plan_of(uow: UnitOfWork, rule: str, head: Person) -> Approval | None:
    """The newest plan of theirs that has passed: it holds until the next one passes."""
    sent = await uow.approvals.of_sender(head.id)
    return next((a for a in sent if a.rule == rule and a.state is ApprovalState.PASSED), None)


def theme_of(plan: Approval) -> str:
    """What the plan says first: which themes and activities."""
    said = next((answer for item in plan.items for answer in item.answers if answer), "")
    return said if len(said) <= THEME_LIMIT else f"{said[: THEME_LIMIT - 1].rstrip()}…"


def line_of(head: Person, programme: Programme, people: Iterable[Person]) -> frozenset[str]:
    """The head and whoever below them may hold a seat of it, by id."""
    everybody = {one.id: one for one in people}
    roles = frozenset(role for seat in programme.seats for role in seat.eligible_roles)
    below = (p.id for p in everybody.values() if manages(head, p, everybody) and p.holds(roles))
    return frozenset((head.id, *below))
