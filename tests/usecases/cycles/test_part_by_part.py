"""A cycle of a great many audits is written at once and goes out part by part."""

from __future__ import annotations

import asyncio

from domain.audits.audit import SeatState
from domain.focus import Focus
from domain.refs import Ref
from domain.trail import faults
from scheduler.running import run_tick
from scheduler.tick import ticks
from tests.town import Town
from tests.usecases.cycles.many import cycle_of, opened, queued
from usecases.cycles.beginning import TOGETHER, go_on

MANY = 2 * TOGETHER + 10
BEGIN = ticks()["begin_cycles"]


async def out(town: Town) -> tuple[int, int, int]:
    """How many cards, notices and questions to workers were queued."""
    kinds = ("audit_allocated", "audit_notice", "family_consent")
    cards, notices, questions = [await queued(town.units, kind) for kind in kinds]
    return cards, notices, questions


async def test_the_first_part_goes_out_with_the_opening_and_the_clock_sends_the_rest(
    herefordshire: Town,
) -> None:
    town = herefordshire
    cycle = await opened(town.units, town.council, MANY, town.now)
    assert await out(town) == (2 * TOGETHER, 0, TOGETHER)
    assert (await cycle_of(town.units, cycle)).offered_at is None
    assert await run_tick(BEGIN, town.units, town.council, town.now) == 4
    assert await out(town) == (2 * MANY, MANY, MANY)
    begun = await cycle_of(town.units, cycle)
    assert (begun.noticed_at, begun.offered_at) == (town.now, town.now)
    assert await run_tick(BEGIN, town.units, town.council, town.now) == 0
    assert await out(town) == (2 * MANY, MANY, MANY)


async def test_every_seat_has_its_duty_and_a_chain_that_holds(herefordshire: Town) -> None:
    town = herefordshire
    cycle = await opened(town.units, town.council, MANY, town.now)
    await run_tick(BEGIN, town.units, town.council, town.now)
    seats = [seat for _, of_one in await town.audits(cycle) for seat in of_one]
    assert len(seats) == 2 * MANY
    assert {seat.state for seat in seats} == {SeatState.OFFERED}
    held = {seat.holder for seat in seats if seat.holder}
    duties = [duty for holder in held for duty in await town.duties(holder)]
    asked = [duty.subject for duty in duties if duty.kind == "answer_allocation"]
    assert sorted(map(str, asked)) == sorted(f"seat-{seat.id}" for seat in seats)
    for seat in (seats[0], seats[-1]):
        (entry,) = await town.trail("seat", seat.id)
        assert (entry.action, entry.actor, entry.details["holder"]) == (
            "allocate_seat",
            "cora",
            seat.holder,
        )
        assert faults([entry]) == []


async def test_what_died_in_a_part_is_sent_by_the_next_run_and_nothing_twice(
    herefordshire: Town,
) -> None:
    town = herefordshire
    cycle = await opened(town.units, town.council, MANY, town.now)
    before = await out(town)
    async with town.units() as uow:
        assert await go_on(uow, town.council, cycle, town.now)  # and then it dies
    assert await out(town) == before
    await run_tick(BEGIN, town.units, town.council, town.now)
    assert await out(town) == (2 * MANY, MANY, MANY)


async def test_of_two_replicas_at_the_same_part_one_sends_it(herefordshire: Town) -> None:
    town = herefordshire
    cycle = await cycle_of(town.units, await opened(town.units, town.council, MANY, town.now))
    async with town.units() as uow:
        assert await go_on(uow, town.council, cycle.id, town.now)
        await uow.commit()
    async with town.units() as uow:
        assert not await uow.audits.begin(cycle, noticed_at=None, offered_at=town.now)


async def test_whoever_wants_to_write_comes_between_two_parts(herefordshire: Town) -> None:
    town = herefordshire
    cycle = await opened(town.units, town.council, MANY, town.now)
    events: list[str] = []

    async def clock() -> None:
        await run_tick(BEGIN, town.units, town.council, town.now)
        events.append("all is out")

    async def chat() -> None:
        async with town.units() as uow:
            await uow.focuses.set("ada", Focus(kind="help", subject=Ref("person", "ada")), town.now)
            await uow.commit()
        events.append("written")

    await asyncio.gather(clock(), chat())
    assert events == ["written", "all is out"]
    assert (await cycle_of(town.units, cycle)).offered_at is not None


async def test_a_dry_run_tries_one_part_and_writes_nothing(herefordshire: Town) -> None:
    town = herefordshire
    await opened(town.units, town.council, MANY, town.now)
    before = await out(town)
    assert await run_tick(BEGIN, town.units, town.council, town.now, dry_run=True) == 1
    assert await out(town) == before
