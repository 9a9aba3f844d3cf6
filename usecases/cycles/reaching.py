"""Whom a cycle would be told to, and who of them cannot be reached: said before it is opened."""

from __future__ import annotations

from datetime import datetime

from domain.audits.looked_at import LookedAt
from domain.calendar.wording import say_list
from domain.people.on_record import on_records
from domain.people.reach import OutOfReach, OutOfReachWhy
from usecases.cycles.planning import Plan
from usecases.people.reachability import who_cannot_be_reached
from usecases.ports import UnitOfWork

MOST_NAMES = 10
WAYS_ON = {
    OutOfReachWhy.NOT_INSTALLED: "ask them to add the app",
    OutOfReachWhy.UNINSTALLED: "ask them to add the app",
    OutOfReachWhy.BLOCKED: "ask them to add the app",
    OutOfReachWhy.NO_SIGN_IN: "their sign-in is missing in the staff list",
    OutOfReachWhy.LEFT: "they have left",
}


def told_of(plan: Plan) -> set[str]:
    """Everybody who would hear of it: auditors, and the people of all that an audit looks at."""
    told = {seat.holder for audit in plan.audits for seat in audit.seats if seat.holder}
    rule = plan.programme.notice
    if rule:
        for one in plan.looked or map(LookedAt, plan.draw.chosen):
            told |= on_records(rule.to, one.all, plan.people).keys()
    return told


async def unreached(uow: UnitOfWork, plan: Plan, now: datetime) -> list[str]:
    """Who would not hear of it, a sentence for each way on; none where everybody is reached."""
    found = await who_cannot_be_reached(uow, now, among=told_of(plan))
    ways: dict[str, list[OutOfReach]] = {}
    for one in sorted(found, key=lambda one: one.person.name):
        ways.setdefault(WAYS_ON[one.why], []).append(one)
    return [_said(way, out) for way, out in ways.items()]


def _said(way: str, out: list[OutOfReach]) -> str:
    names = [one.person.name for one in out[:MOST_NAMES]]
    rest = len(out) - len(names)
    every = [*names, *([f"{rest} more"] if rest else [])]
    return f"I cannot reach {say_list(every)}: {way}."
