"""The last look over a cycle's finished audits: when it begins, and whose it is (SOM-07, E-71)."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.audits.audit import Cycle
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import Duty, NewDuty
from domain.refs import Ref
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork
from usecases.showing import tell

CHECK = "confirm_final_check"


def check_ref(cycle_id: int) -> Ref:
    """The subject of a cycle's last check."""
    return Ref("check", str(cycle_id))


async def check_cycles(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Begin the check of every cycle whose day has come; gives how many. Safe to repeat."""
    begun = 0
    for key, programme in council.framework.programmes.items():
        rule = programme.final_check
        if rule is None:
            continue
        for cycle in await uow.audits.cycles(key):
            first = cycle.opens_on + timedelta(days=rule.from_day)
            if first <= local_day(now) and await uow.moderations.open_check(
                cycle.id, cycle.opens_on + timedelta(days=rule.by_day)
            ):
                await _ask(uow, council, cycle, now)
                begun += 1
    return begun


async def _ask(uow: UnitOfWork, council: Council, cycle: Cycle, now: datetime) -> None:
    """A duty and a card for each of those who check; the first one to do it does it for all."""
    rule = council.framework.programme(cycle.programme).final_check
    if rule is None:
        return
    due = cycle.opens_on + timedelta(days=rule.by_day)
    for person in (await uow.people.all()).values():
        if not person.holds(frozenset(rule.by)) or not person.here_on(local_day(now)):
            continue
        duty = NewDuty(
            kind=CHECK, subject=check_ref(cycle.id), holder=person.id, due_at=end_of_day(due)
        )
        await uow.duties.open(duty, now)
        await tell(uow, "cycle_check", check_ref(cycle.id), person.id, now=now, once="begun")


@duty_kind(
    CHECK,
    not_mine=(
        "Everybody who checks finished audits has it, and the first does it for all. "
        "Where that is not your part, ask whoever keeps the staff list to change your "
        "role."
    ),
)
async def describe_check(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Check the finished audits``, ``Practice evaluation, February 2026``."""
    cycle = await uow.audits.cycle(duty.subject.number)
    if cycle is None:
        return None
    programme = council.framework.programme(cycle.programme)
    return Described(
        text="Check the finished audits",
        detail=f"{programme.title}, {cycle.opens_on:%B %Y}",
        view="cycle_check",
        about=duty.subject,
    )
