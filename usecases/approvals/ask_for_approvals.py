"""The calendar asks for what is to be passed, in time and once for ever (LEI-03, COL-22)."""

from __future__ import annotations

from datetime import datetime

from domain.approvals.approval import Approval
from domain.approvals.terms import blank_items, senders
from domain.calendar.working_days import local_day
from domain.frameworks.asked_for import Approval as Rule
from domain.observations.times import Window, window
from usecases.approvals.steps import ask_to_send, record
from usecases.council import Council
from usecases.ports import UnitOfWork


async def ask_for_approvals(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Ask on working days for what falls due; gives how many. The caller commits."""
    today = local_day(now)
    if not council.calendar.is_working(today):
        return 0
    asked = 0
    for rule in council.framework.approvals:
        found = window(rule.cadence, today, council.calendar) if rule.on else None
        if found is not None:
            asked += await _ask(uow, council, rule, found, now)
    return asked


async def _ask(uow: UnitOfWork, council: Council, rule: Rule, found: Window, now: datetime) -> int:
    known = await uow.approvals.slots(rule.key)
    theirs = senders(rule, await uow.people.all(), local_day(now))
    # one for all where any of them may send it; nobody to ask is asked again tomorrow
    alone: list[str | None] = [None] if theirs else []
    owners = [person.id for person in theirs] if rule.each else alone
    wanted = {f"{found.first_day}{':' if one else ''}{one or ''}": one for one in owners}
    return sum(
        [
            await _open(uow, council, _new(rule, slot, owner, found, now), now)
            for slot, owner in wanted.items()
            if slot not in known
        ]
    )


def _new(rule: Rule, slot: str, owner: str | None, found: Window, now: datetime) -> Approval:
    return Approval(
        id=0,
        rule=rule.key,
        begun_at=now,
        slot=slot,
        owner=owner,
        due_on=found.due_on,
        items=blank_items(rule),
    )


async def _open(uow: UnitOfWork, council: Council, new: Approval, now: datetime) -> int:
    opened = await uow.approvals.open(new)
    if opened is None or opened.due_on is None:
        return 0
    await record(uow, opened, "ask_for_approval", now)
    await ask_to_send(uow, council, opened, now, once="asked", due=opened.due_on)
    return 1
