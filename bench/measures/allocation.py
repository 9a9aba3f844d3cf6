"""How long it takes to give every seat to somebody, and to open a cycle; and how that grows."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import ROOT
from bench.lab.databases import new_postgres, new_sqlite
from bench.lab.large import SERVICE, people, records, rota_needs
from bench.result import Result, less_is_better
from domain.audits.allocation import allocate
from domain.calendar.working_days import WorkingCalendar
from domain.cases.case import Case
from domain.frameworks.framework import Framework
from engines.assignment import HungarianAssigner
from engines.bank_holidays import ClosedDays
from imports.framework_files import load_framework
from storage.cipher import Cipher
from storage.migrate import upgrade
from storage.work import SqlUnitsOfWork, open_units
from usecases.asking import load_all
from usecases.council import Council
from usecases.cycles.beginning import go_on
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle

SIZES = ((200, 30), (2_000, 300))  # records and auditors: once and ten times
AUDITS = (2_000, 20_000)  # in one cycle, for as many people
FEW, SMALL = 50, 2_000
"""Below so many requests a round it is a try: only cycles up to there."""
PEOPLE = 300
TARGET = 2.0  # seconds for 2,000 records with two seats each, and 300 people
OPENED = 3.0  # seconds to plan and write a cycle of 2,000 audits with two seats each
WAIT = 1.0  # seconds that whoever wants to write may wait for one of its transactions
PROGRAMME = "practice_evaluation"
MONTHLY = "case_file_audit"
DAY = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


async def run(lab: Lab) -> AsyncIterator[Result]:
    """Allocation with turns at two sizes, then the opening of a cycle out of two registers."""
    somerset = load_framework(ROOT / "frameworks", "somerset")
    for count, auditors in SIZES:
        taken = [_allocated(somerset, count, auditors, seed) for seed in range(lab.size.rounds)]
        name = f"two seats of {count:,} records, {auditors} people"
        most = TARGET if count == max(SIZES)[0] else None
        yield less_is_better(name, "s", taken, at_most=most)
    herefordshire = load_framework(ROOT / "frameworks", "herefordshire")
    load_all()  # what the service has loaded long before
    for database in ("sqlite", "postgresql"):
        for count in [n for n in AUDITS if lab.size.requests >= FEW or n <= SMALL]:
            rounds = lab.size.rounds if count <= SMALL else 1
            found = [await _opened(lab, herefordshire, database, count) for _ in range(rounds)]
            wanted = count == SMALL
            name = f"cycle open, {count:,} audits, {database}"
            seconds = [sum(steps) for steps in found]
            yield less_is_better(name, "s", seconds, at_most=OPENED if wanted else None)
            longest = [max(steps[1:]) for steps in found]  # while it is planned nothing is held
            name = f"{name}: longest transaction"
            yield less_is_better(name, "s", longest, at_most=WAIT if wanted else None)


def _allocated(framework: Framework, count: int, auditors: int, seed: int) -> float:
    """Seconds for all seats at once; raises ValueError where one stays empty."""
    needs, staffing = rota_needs(framework, PROGRAMME, count, auditors)
    began = time.perf_counter()
    found = allocate(needs, staffing, seed=seed, assigner=HungarianAssigner())
    seconds = time.perf_counter() - began
    if found.vacant:
        raise ValueError(f"{len(found.vacant)} seats stay empty")
    return seconds


async def _opened(lab: Lab, framework: Framework, database: str, count: int) -> list[float]:
    """Seconds to plan a cycle of so many audits, then of each transaction that writes it."""
    url = new_sqlite(lab.folder) if database == "sqlite" else new_postgres(lab.postgres)
    await upgrade(url)
    units = open_units(url, Cipher([Cipher.new_key()]))
    council = Council(
        framework=framework,
        calendar=WorkingCalendar(ClosedDays()),
        assigner=HungarianAssigner(),
    )
    register = records(count, PEOPLE)
    await _fill(units, register)
    refs = tuple(case.ref for case in register)
    order = Order(programme=MONTHLY, opens_on=DAY, seed=1, opened_by="a0", records=refs)
    steps = [time.perf_counter()]
    async with units() as uow:
        plan = await plan_cycle(uow, council, order, apart=True)
        steps.append(time.perf_counter())
        number = await open_cycle(uow, council, plan, NOW)
        await uow.commit()
        steps.append(time.perf_counter())
        while await go_on(uow, council, number, NOW):
            await uow.commit()
            steps.append(time.perf_counter())
    await units.close()
    return [end - begin for begin, end in pairwise(steps)]


async def _fill(units: SqlUnitsOfWork, register: Sequence[Case]) -> None:
    async with units() as uow:
        staff = people(PEOPLE).values()
        await uow.people.put(replace(one, service=SERVICE) for one in staff)
        await uow.cases.put(register)
        await uow.commit()


BENCHMARK = Benchmark(
    name="allocation",
    what=(
        "Seconds to give both seats of every record to somebody independent, as evenly as can be "
        "and by whose turn it is, at two sizes ten times apart in records and in people. Then "
        "seconds to open a monthly cycle of 2,000 and of 20,000 audits with two seats each among "
        "300 people: plan and allocate, write audits, seats and trail, and queue every card, "
        "notice and duty, part by part, each part a durable transaction; and how long the longest "
        "of those transactions took, for which a chat that wants to write may have to wait."
    ),
    run=run,
)
