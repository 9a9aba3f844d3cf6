"""Re-audits whose day has come: one audit of that record each, given to a senior manager."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby

from domain.audits.allocation import allocate
from domain.audits.audit import NewAudit, NewCycle, NewSeat
from domain.audits.draw import Draw
from domain.audits.needs import Staffing
from domain.calendar.working_days import local_day
from domain.cases.case import Case
from domain.faults import Fault
from domain.follow_up.rules import known_programme
from domain.follow_up.step import Step, StepState
from domain.frameworks.deadlines import due_on
from domain.frameworks.programme import Programme
from domain.frameworks.re_audit import re_audit_key, re_audit_rule
from usecases.audits.excusing import exempt_between
from usecases.audits.staffing import need_for
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Plan
from usecases.follow_up.first_auditors import first_auditors
from usecases.follow_up.steps import ACTOR, record, step_ref
from usecases.ports import UnitOfWork


async def open_re_audits(
    uow: UnitOfWork, council: Council, steps: Iterable[Step], now: datetime
) -> int:
    """Open a cycle of the re-audits of one programme; gives how many records are audited again.

    A second cycle of the same day would not be kept, so what comes later waits for the next.
    """
    opened = 0
    for key, group in groupby(sorted(steps, key=_key), key=_key):
        programme = known_programme(council.framework, key)
        today = local_day(now)
        taken = any(cycle.opens_on == today for cycle in await uow.audits.cycles(key))
        if programme is None or taken:
            continue
        once = {step.case_ref: step for step in group}  # a record is audited once in a cycle
        opened += await _open(uow, council, programme, tuple(once.values()), now)
    return opened


def _key(step: Step) -> str:
    return re_audit_key(step.programme)


async def _open(
    uow: UnitOfWork, council: Council, programme: Programme, steps: Sequence[Step], now: datetime
) -> int:
    plan = await _plan(uow, council, programme, steps, local_day(now))
    try:
        cycle_id = await open_cycle(uow, council, plan, now)
    except Fault:  # another replica has just opened it; nothing was written here
        return 0
    audits = {audit.case_ref: audit.id for audit, _ in await uow.audits.of_cycle(cycle_id)}
    for step in steps:
        opened = replace(
            step, state=StepState.OPEN, opened_at=now, re_audit_id=audits[step.case_ref]
        )
        saved = await uow.follow_ups.save(opened)
        await record(uow, saved, "open_re_audit", now)
        for sibling in await uow.follow_ups.of_audit(step.audit_id):
            await uow.outbox.refresh(step_ref(sibling), now=now)
    return len(steps)


async def _plan(
    uow: UnitOfWork, council: Council, programme: Programme, steps: Sequence[Step], today: date
) -> Plan:
    known = await uow.cases.all()
    cases = tuple(known[step.case_ref] for step in steps)
    (rule,) = programme.seats
    due = due_on(rule.due, today, council.calendar)
    needs = [need_for(case.ref, case, rule, first_day=today, last_day=due) for case in cases]
    staffing = replace(
        await _staffing(uow, programme, steps),
        exempt=await exempt_between(uow, council, today, due),
    )
    seed = steps[0].id
    found = allocate(needs, staffing, seed=seed, assigner=council.assigner)
    seats = {
        need.key: NewSeat(
            role=rule.key,
            holder=found[need.key].person_id,
            due_on=due,
            why=rule.why if found[need.key].person_id else found[need.key].why,
        )
        for need in needs
    }
    return Plan(
        programme=programme,
        cycle=_cycle(council, programme, cases, today, due, seed),
        audits=tuple(NewAudit(case_ref=case.ref, seats=(seats[case.ref],)) for case in cases),
        draw=Draw(chosen=cases, skipped_recent=(), repeats=(), short={}, pool_size=len(cases)),
        people=staffing.people,
    )


def _cycle(
    council: Council,
    programme: Programme,
    cases: Sequence[Case],
    today: date,
    due: date,
    seed: int,
) -> NewCycle:
    return NewCycle(
        framework=council.framework.id,
        programme=programme.key,
        opens_on=today,
        due_on=due,
        seed=seed,
        pool_size=len(cases),
        opened_by=ACTOR,
    )


async def _staffing(uow: UnitOfWork, programme: Programme, steps: Sequence[Step]) -> Staffing:
    """Everybody, without the auditors of the first audit where the file shuts them out."""
    rule = re_audit_rule(programme)
    barred = rule is not None and rule.not_the_auditors
    refused = {
        step.case_ref: await first_auditors(uow, step.audit_id) if barred else frozenset[str]()
        for step in steps
    }
    return Staffing(people=await uow.people.all(), loads=await uow.audits.loads(), refused=refused)
