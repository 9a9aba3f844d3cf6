"""How long it takes to give every seat to somebody, and to open a cycle; and how that grows."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import ROOT
from bench.lab.large import people, records, rota_needs
from bench.result import Result, less_is_better
from domain.audits.allocation import allocate
from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.framework import Framework
from engines.assignment import HungarianAssigner
from engines.bank_holidays import ClosedDays
from imports.framework_files import load_framework
from storage.cipher import Cipher
from storage.migrate import upgrade
from storage.work import open_units
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle

SIZES = ((200, 30), (2_000, 300))  # records and auditors: once and ten times
REGISTERS = (2_000, 20_000)  # open records to draw from, for as many people
PEOPLE = 300
TARGET = 2.0  # seconds for 2,000 records with two seats each, and 300 people
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
    for count in REGISTERS:
        taken = [
            await _opened(lab, herefordshire, count, number) for number in range(lab.size.rounds)
        ]
        yield less_is_better(f"cycle open out of {count:,} records", "s", taken)


def _allocated(framework: Framework, count: int, auditors: int, seed: int) -> float:
    """Seconds for all seats at once; raises ValueError where one stays empty."""
    needs, staffing = rota_needs(framework, PROGRAMME, count, auditors)
    began = time.perf_counter()
    found = allocate(needs, staffing, seed=seed, assigner=HungarianAssigner())
    seconds = time.perf_counter() - began
    if found.vacant:
        raise ValueError(f"{len(found.vacant)} seats stay empty")
    return seconds


async def _opened(lab: Lab, framework: Framework, count: int, number: int) -> float:
    """Seconds to plan and write a monthly cycle, cards queued, in a fresh SQLite file."""
    url = f"sqlite:///{lab.folder}/cycle-{count}-{number}.db"
    await upgrade(url)
    units = open_units(url, Cipher([Cipher.new_key()]))
    every = people(PEOPLE)
    calendar = WorkingCalendar(ClosedDays())
    council = Council(framework=framework, calendar=calendar, assigner=HungarianAssigner())
    async with units() as uow:
        await uow.people.put(replace(one, service="Safeguarding") for one in every.values())
        await uow.cases.put(records(count, PEOPLE))
        await uow.commit()
    order = Order(programme=MONTHLY, opens_on=DAY, seed=number, opened_by="a0")
    began = time.perf_counter()
    async with units() as uow:
        await open_cycle(uow, council, await plan_cycle(uow, council, order), NOW)
        await uow.commit()
    seconds = time.perf_counter() - began
    await units.close()
    return seconds


BENCHMARK = Benchmark(
    name="allocation",
    what=(
        "Seconds to give both seats of every record to somebody independent, as evenly as can be "
        "and by whose turn it is, at two sizes ten times apart in records and in people. Then "
        "seconds to open a monthly cycle: draw out of the register, allocate, write audits, "
        "seats, duties, trail and outbox in one durable transaction on SQLite, out of 2,000 and "
        "of 20,000 open records with the same people."
    ),
    run=run,
)
