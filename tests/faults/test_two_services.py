"""Two ``app.py serve`` on one PostgreSQL: every message, every tick and every duty once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.audits.audit import AuditState
from storage import tables
from tests.cast import CASES
from tests.fake_teams import FakeTeams
from tests.faults.commands import Served, served
from tests.faults.fan_out import FanOut
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.grading import audits
from tests.journeys.world import World, at, settings_for

RECORDS = ("C-23087", "C-23101", "C-23145")
CARDS = 200
DONE_WITHIN = 300.0  # real seconds: a service that is never done must fail the test
WAITING_FOR_A_LOCK = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"


@pytest.fixture
async def world(teams: FakeTeams, postgresql_url: str) -> AsyncIterator[World]:
    """Long ago each audit was submitted by both; no tick has run since."""
    settings = settings_for(
        teams, postgresql_url, "herefordshire", FRAMEWORKS, QA_TICK_SECONDS=0.05, QA_SEND_RATE=50
    )
    quiet = settings.model_copy(update={"tick_seconds": 86_400.0})
    world = World(teams, quiet, Clock(at("2025-09-01 08:00")))
    await world.moves_in([replace(CASES[ref]) for ref in RECORDS])
    await world.starts()
    for person in ("tess", "ada", "wes", "wanda", "cora"):
        await world.named(person).installs()
    for ref in RECORDS:  # a programme opens one cycle a day
        world.clock.moves(days=1)
        await world.opens_audit(ref, lead="tess", peer="ada")
        await audits(world.tess, 6)
        await audits(world.ada, 6)
    await world.stops()
    world.settings = settings
    yield world
    await world.closes()


async def both_about_to_tick(world: World, folder: Path, stack: AsyncExitStack) -> Sequence[Served]:
    """Two services whose ticks wait for the same lock, and get it at the same moment."""
    starts = (served(world.settings, folder / f"{number}.log") for number in (1, 2))
    async with world.units() as uow, asyncio.timeout(DONE_WITHIN):
        await uow.connection.execute(text("LOCK TABLE audits IN ACCESS EXCLUSIVE MODE"))
        both = await asyncio.gather(*map(stack.enter_async_context, starts))
        while (await uow.connection.execute(text(WAITING_FOR_A_LOCK))).scalar_one() < len(both):
            pass  # each look is a query
    return both


async def test_two_services_settle_each_audit_and_send_each_message_once(
    world: World, tmp_path: Path
) -> None:
    fan_out = FanOut(world.units, world.teams, CARDS)
    async with AsyncExitStack() as stack:
        both = await both_about_to_tick(world, tmp_path, stack)
        await fan_out.is_queued()
        await world.teams.until(lambda: all(fan_out.taken().values()), DONE_WITHIN)
        async with asyncio.timeout(DONE_WITHIN):
            while await unsettled(world) or await fan_out.unsent():
                pass  # each look is a query
        await asyncio.gather(*(service.stops() for service in both))
        assert [s for s in both if "tick_failed" in s.log.read_text("utf-8")] == []

    assert set(fan_out.taken().values()) == {1}
    tokens = {post.authorization for post in fan_out.posts()}
    assert len(tokens) == 2, "each service, with a token of its own, did its part"
    trail = Counter((row["subject"], row["action"]) for row in await world.rows(tables.trail))
    settled = [count for (_, action), count in trail.items() if action == "compare_assessments"]
    assert settled == [1] * len(RECORDS)
    for ref in RECORDS:
        told = world.wes if CASES[ref].worker == "wes" else world.wanda
        assert len([card for card in told.cards if f"What the audit of {ref}" in card]) == 1
    duties = await world.rows(tables.duties)
    assert Counter((d["kind"], d["subject"], d["holder"]) for d in duties).most_common(1)[0][1] == 1
    sends = [(row["kind"], row["subject"], row["recipient"], row["delivery_id"])
             for row in await world.rows(tables.outbox) if row["delivery_id"] is None]  # fmt: skip
    assert len(sends) == len(set(sends)), "nobody was told twice"


async def unsettled(world: World) -> list[int]:
    """Audits whose grades are in and not compared yet."""
    rows = await world.rows(tables.audits)
    return [row["id"] for row in rows if row["state"] == AuditState.OPEN]
