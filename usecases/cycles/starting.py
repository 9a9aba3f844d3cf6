"""Open audits of named records, outside the calendar (SEF-29, SOM-30, SOM-71)."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from domain.faults import Fault
from domain.frameworks.parts import Relation
from domain.frameworks.programme import Programme
from domain.people.on_record import on_record
from usecases.asking import Ask
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, Plan, plan_cycle

SEEDS = 1_000_000
OF_THE_RECORD: tuple[Relation, ...] = (
    "worker",
    "team_manager",
    "line_manager",
    "service_manager",
    "head_of_service",
    "iro",
    "cp_chair",
)


async def start_audits(
    ask: Ask, programme: Programme, records: tuple[str, ...], occasion: str, *, theme: str = ""
) -> tuple[int, Plan]:
    """Open a cycle of these records today; gives its id and the plan. Raises Fault, nothing done.

    The seed, which only decides who audits, follows from the occasion.
    """
    order = Order(
        programme=programme.key,
        opens_on=ask.today,
        seed=int(sha256(occasion.encode()).hexdigest(), 16) % SEEDS,
        opened_by=ask.actor.id,
        theme=theme,
        records=records,
        occasion=occasion,
    )
    plan = await plan_cycle(ask.uow, ask.council, order)
    return await open_cycle(ask.uow, ask.council, plan, ask.now), plan


async def known_record(ask: Ask, typed: str) -> str:
    """The reference as the list of records writes it; raises Fault where it is not there."""
    spelt = typed.strip().casefold()
    for ref in await ask.uow.cases.all():
        if ref.casefold() == spelt:
            return ref
    raise Fault(
        f"I know no record {typed.strip() or 'without a reference'}, so nothing was opened. "
        "Check the reference, for example C-23087.",
        field="record",
    )


async def is_on_record(ask: Ask, ref: str) -> bool:
    """Whether the asking person works on the record, manages it, reviews it or runs cycles."""
    if ask.council.coordinates(ask.actor):
        return True
    case = await ask.uow.cases.get(ref)
    people = await ask.uow.people.all()
    return case is not None and ask.actor.id in on_record(OF_THE_RECORD, case, people)


def read_day(typed: str, today: date, field: str) -> date:
    """A day as Teams sends it, today where none was given; raises Fault."""
    if not typed.strip():
        return today
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise Fault(
            "I could not read that day, so nothing was opened. Write it like 2026-12-03.",
            field=field,
        ) from None
