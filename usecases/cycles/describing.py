"""A plan in lines for the command line: everything that opening the cycle would do."""

from __future__ import annotations

from collections.abc import Iterator

from domain.audits.audit import NewSeat
from domain.calendar.wording import say_count, say_day
from usecases.cycles.planning import Plan


def describe(plan: Plan) -> Iterator[str]:
    """The draw, then each record with who takes which seat and why, then what stays open."""
    cycle = plan.cycle
    yield (
        f"{plan.programme.title}, opens {say_day(cycle.opens_on)}, due {say_day(cycle.due_on)}: "
        f"{say_count(len(plan.audits), 'record')} drawn from {cycle.pool_size} by seed {cycle.seed}"
    )
    yield from plan.explained
    if skipped := len(plan.draw.skipped_recent):
        yield f"{say_count(skipped, 'record')} skipped: audited in the last months (E-10)"
    for audit in plan.audits:
        yield f"{audit.case_ref}"
        for seat in audit.seats:
            yield f"  {seat.role}: {_who(plan, seat)}"
    yield from _vacant(plan)


def _who(plan: Plan, seat: NewSeat) -> str:
    if seat.holder is None:
        return f"NOBODY. {seat.why}"
    return f"{plan.people[seat.holder].name} ({seat.holder}). {seat.why}"


def _vacant(plan: Plan) -> Iterator[str]:
    if not plan.vacant:
        yield "Somebody can be asked for every seat."
        return
    yield f"{say_count(len(plan.vacant), 'seat')} without anybody:"
    for case_ref, seat in plan.vacant:
        yield f"  {case_ref}, {seat.role}: {seat.why}"
