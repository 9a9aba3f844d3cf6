"""Open audits of named records, outside the calendar (SEF-29, SOM-30, SOM-71)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from domain.audits.seeds import seed_from
from domain.faults import Fault
from domain.frameworks.parts import Relation
from domain.frameworks.programme import Programme
from domain.people.on_record import on_record
from usecases.asking import Ask
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, Plan, plan_cycle

MOST = 20
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
    ask: Ask,
    programme: Programme,
    records: tuple[str, ...],
    occasion: str,
    *,
    theme: str = "",
    among: frozenset[str] | None = None,
) -> tuple[int, Plan]:
    """Open a cycle of these records today; gives its id and the plan. Raises Fault, nothing done.

    The seed, which only decides who audits, follows from the occasion.
    """
    order = Order(
        programme=programme.key,
        opens_on=ask.today,
        seed=seed_from(occasion),
        opened_by=ask.actor.id,
        theme=theme,
        records=records,
        occasion=occasion,
        among=among,
    )
    plan = await plan_cycle(ask.uow, ask.council, order)
    return await open_cycle(ask.uow, ask.council, plan, ask.now), plan


async def known_record(ask: Ask, typed: str) -> str:
    """The reference as the list of records writes it; raises Fault where it is not there."""
    return _known(typed, await _spellings(ask), "record")


async def known_records(ask: Ask) -> tuple[str, ...]:
    """The references typed under ``records``, each once, in their order; raises Fault."""
    typed = [word for word in re.split(r"[\s,;]+", ask.typed("records")) if word]
    if not typed:
        raise Fault("Please name at least one record, like C-23087.", field="records")
    if len(typed) > MOST:
        raise Fault(
            f"You named {len(typed)} records and I open at most {MOST} at once. "
            "Nothing was opened: please do it in two steps.",
            field="records",
        )
    spelt = await _spellings(ask)
    return tuple(dict.fromkeys(_known(word, spelt, "records") for word in typed))


def commission_of(kind: str, when: str, records: tuple[str, ...]) -> str:
    """The occasion of a commission: the same records at the same time are the same."""
    digest = sha256(" ".join(sorted(records)).encode()).hexdigest()[:16]
    return f"{kind}/{when}/{digest}"


async def _spellings(ask: Ask) -> dict[str, str]:
    return {ref.casefold(): ref for ref in await ask.uow.cases.all()}


def _known(typed: str, spelt: Mapping[str, str], field: str) -> str:
    if found := spelt.get(typed.strip().casefold()):
        return found
    raise Fault(
        f"I know no record {typed.strip() or 'without a reference'}, so nothing was opened. "
        "Check the reference, for example C-23087.",
        field=field,
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
