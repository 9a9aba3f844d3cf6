"""Story 14: an evaluator in February moderates in May and evaluates again in August."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from storage import tables
from tests.cast import CASES
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.world import World, at, settings_for

POOL = ("ada", "ivy", "chip", "theo")
CYCLES = ("2026-02-02", "2026-05-04", "2026-08-03")


@pytest.fixture
async def somerset(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Two open records of Tess's team, so four seats, and four people outside her line."""
    settings = settings_for(teams, database_url, "somerset", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2026-02-02 09:00")))
    cases = [replace(CASES[ref], service="Social Work") for ref in ("C-23087", "C-23145")]
    await world.moves_in(cases)
    await world.starts()
    yield world
    await world.closes()


async def roles(world: World) -> dict[str, str]:
    """Who has which seat in the newest cycle."""
    newest = max(row["id"] for row in await world.rows(tables.cycles))
    audits = {r["id"] for r in await world.rows(tables.audits) if r["cycle_id"] == newest}
    seats = [row for row in await world.rows(tables.seats) if row["audit_id"] in audits]
    assert len(seats) == len({row["holder"] for row in seats}) == len(POOL)
    return {row["holder"]: row["role"] for row in seats}


@pytest.mark.rows("SOM-02", "SOM-03")
async def test_evaluator_in_february_moderator_in_may_evaluator_in_august(
    somerset: World,
) -> None:
    world = somerset
    await world.everybody_installs()
    had = []
    for day in CYCLES:
        world.clock.moves_to(at(f"{day} 09:00"))
        await world.runs("cycle", "open", "practice_evaluation", "--on", day, "--seed", "14")
        had.append(await roles(world))
    february, may, august = had
    assert sorted(february.values()) == ["evaluator"] * 2 + ["moderator"] * 2
    assert all(february[name] != may[name] for name in POOL)
    assert august == february

    evaluator = next(name for name in POOL if february[name] == "evaluator")
    card = world.named(evaluator).card("In May 2026 you were moderator")
    assert "so this time you are evaluator" in card
    moderator = next(name for name in POOL if february[name] == "moderator")
    assert "In May 2026 you were evaluator" in "\n".join(world.named(moderator).cards)
    assert "Moderator" in await world.named(evaluator).says("who am I")
    assert "Evaluator" in await world.named(moderator).says("who am I")
    assert "Next" not in await world.wes.says("who am I")
