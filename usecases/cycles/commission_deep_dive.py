"""A deep dive: the assistant director names records and picks who looks at them (LEI-14, E-24)."""

from __future__ import annotations

from datetime import date

from domain.audits.grading import accept_words
from domain.audits.seeds import seed_from
from domain.calendar.wording import say_count, say_list
from domain.calendar.working_days import add_months
from domain.faults import Fault
from domain.frameworks.cycles import OnDemandCycle
from domain.frameworks.programme import Programme
from domain.people.person import Person
from usecases.asking import Answer, Ask, verb
from usecases.audits.excusing import exempt_between
from usecases.audits.excusing_auditors import excuse_auditors
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, Plan, plan_cycle
from usecases.cycles.starting import commission_of, known_records

MONTHS_AHEAD = 4
NOT_YOURS = "Only whoever commissions deep dives can do this, so nothing was opened."


def excusing_programmes(council: Council, person: Person) -> tuple[Programme, ...]:
    """The programmes that the person may commission and whose auditors are excused."""
    return tuple(
        programme
        for programme in council.framework.programmes.values()
        if programme.excuses
        and isinstance(programme.cycle, OnDemandCycle)
        and person.holds(frozenset(programme.cycle.commissioned_by))
    )


def months_from(today: date) -> tuple[date, ...]:
    """The months that may be chosen, each by its first day; the present one first."""
    return tuple(add_months(today.replace(day=1), ahead) for ahead in range(MONTHS_AHEAD))


@verb(subject="person", past="commissioned a deep dive")
async def commission_deep_dive(ask: Ask) -> Answer:
    """Share the records out among those picked, excuse them, and tell everybody."""
    programme = _programme(ask)
    month = _month(ask)
    records = await known_records(ask)
    picked = await _picked(ask, programme, month)
    order = _order(ask, programme, month, records, picked)
    plan = await plan_cycle(ask.uow, ask.council, order)
    _all_at_work(plan, picked)
    number = await open_cycle(ask.uow, ask.council, plan, ask.now)
    cycle = await ask.uow.audits.cycle(number)
    if cycle:
        await excuse_auditors(ask.uow, ask.council, cycle, actor=ask.actor.id, now=ask.now)
    names = say_list(sorted(person.name for person in picked))
    line = (
        f"{programme.title} of {say_count(len(plan.audits), 'record')} in {month:%B} is set up. "
        f"{names} have no other audits in that month."
    )
    return Answer(view="deep_dive_form", about=ask.ref, notice=line, line=line)


def _programme(ask: Ask) -> Programme:
    allowed = excusing_programmes(ask.council, ask.actor)
    if not allowed:
        raise Fault(NOT_YOURS)
    wanted = ask.typed("programme") or allowed[0].key
    return next((p for p in allowed if p.key == wanted), allowed[0])


def _month(ask: Ask) -> date:
    for first in months_from(ask.today):
        if f"{first:%Y-%m}" == ask.typed("month"):
            return first
    raise Fault("Please choose the month. Nothing was opened.", field="month")


async def _picked(ask: Ask, programme: Programme, month: date) -> list[Person]:
    """Those who were picked; each may do it and is on no other deep dive of the month."""
    ids = [one for one in ask.typed("auditors").split(",") if one]
    people = await ask.uow.people.all()
    roles = frozenset(role for seat in programme.seats for role in seat.eligible_roles)
    picked = [people[one] for one in dict.fromkeys(ids) if one in people]
    if not picked or len(picked) != len(set(ids)):
        raise Fault("Please pick who looks at the records. Nothing was opened.", field="auditors")
    last = date.fromordinal(add_months(month, 1).toordinal() - 1)
    exempt = await exempt_between(ask.uow, ask.council, month, last)
    for person in picked:
        if not (person.holds(roles) and person.here_on(ask.today)):
            why = "is not one of those who may do it"
        elif person.id in exempt:
            why = exempt[person.id][0].said
        else:
            continue
        raise Fault(f"{person.name} {why}. Nothing was opened.", field="auditors")
    return picked


def _order(
    ask: Ask, programme: Programme, month: date, records: tuple[str, ...], picked: list[Person]
) -> Order:
    """The order; the same records in the same month are one commission."""
    occasion = commission_of("commissioned", f"{month:%Y-%m}", records)
    issue = accept_words("issue", ask.typed("issue"))
    scope = accept_words("scope", ask.typed("scope"))
    if not issue:
        raise Fault("Please say what it is to find out. Nothing was opened.", field="issue")
    return Order(
        programme=programme.key,
        opens_on=max(month, ask.today),
        seed=seed_from(occasion),
        opened_by=ask.actor.id,
        theme=f"{issue} Scope: {scope}" if scope else issue,
        records=records,
        occasion=occasion,
        among=frozenset(person.id for person in picked),
    )


def _all_at_work(plan: Plan, picked: list[Person]) -> None:
    """Every record has an independent auditor (E-08), and nobody is excused for nothing."""
    if plan.vacant:
        record, seat = plan.vacant[0]
        raise Fault(
            f"Nobody whom you picked can look at {record} ({seat.why}). Nothing was opened: "
            "pick somebody who does not work with it.",
            field="auditors",
        )
    busy = {seat.holder for audit in plan.audits for seat in audit.seats}
    idle = [person.name for person in picked if person.id not in busy]
    if idle:
        raise Fault(
            f"There is no record for {say_list(idle)}, so nothing was opened. "
            "Name more records or pick fewer people.",
            field="auditors",
        )
