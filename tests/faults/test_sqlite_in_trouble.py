"""No room on the disk, or somebody else holds the file: people are told, and nothing is lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import pytest

from storage import tables
from tests.fake_teams import FakeTeams, Json
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, RECORD
from tests.journeys.grading import grades, submits
from tests.journeys.world import World, at, settings_for

LONG = "What I saw in the record. " * 70  # three such, sealed, need a page that there is not
KEPT_NOTHING = "nothing was kept"


@pytest.fixture
def path(sqlite_url: str) -> Path:
    return Path(sqlite_url.removeprefix("sqlite:///"))


@pytest.fixture
async def world(teams: FakeTeams, sqlite_url: str) -> AsyncIterator[World]:
    """Ada grades; the first area is open."""
    settings = settings_for(teams, sqlite_url, "herefordshire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-09-01 08:00")))
    await world.moves_in([RECORD])
    await world.starts()
    for person in ("tess", "ada", "wes", "cora"):
        await world.named(person).installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.presses("Start now")
    world.at_once = False
    yield world
    await world.closes()


@asynccontextmanager
async def no_room(world: World, path: Path) -> AsyncIterator[None]:
    """The file cannot grow; there is one connection that writes, and it is told so."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("VACUUM")  # no page stands empty
    engine = world.running.units.engines.writing
    async with engine.connect() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    async with engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


@contextmanager
def held_by_another(path: Path) -> Iterator[None]:
    """Another program writes, and does not come to an end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def saves(world: World) -> Json:
    """Ada's press of Next with more words than a page holds."""
    place, button = world.ada.button("Next")
    data = button.data({"grade": "good", "evidence": LONG, "strengths": LONG, "develop": LONG})
    return world.teams.activities.press("aad-ada", button.verb, data, replyToId=place)


async def test_with_no_room_left_she_is_told_and_later_the_same_press_is_done(
    world: World, path: Path
) -> None:
    before, press = await world.everything(), saves(world)
    async with no_room(world, path):
        assert KEPT_NOTHING in (await world.ada.sends(press)).answer.line
        assert await world.changes(before) == {}
        assert "area 1 of 6" in await world.ada.says("where am I"), "what needs no room goes on"

    answer = (await world.ada.sends(press)).answer
    assert "2 of 6" in answer.text
    assert LONG[:40] not in answer.text
    kept = [row for row in await world.rows(tables.area_entries) if row["evidence"]]
    assert len(kept) == 1


async def test_with_no_room_left_the_service_lives_and_then_goes_on_as_ever(
    world: World, path: Path
) -> None:
    press = saves(world)
    async with no_room(world, path):
        for _ in range(3):
            assert KEPT_NOTHING in (await world.ada.sends(press)).answer.line
            await world.ticks()
        assert (await world.teams.get(f"{world.url}/healthz"))[0] == 200
    world.at_once = True
    await world.ada.sends(press)
    await grades(world.ada, 5)
    await submits(world.ada)
    # those who have not added the app cannot be told what the calendar brings
    reached = [r for r in await world.rows(tables.outbox) if r["error_class"] != "unreachable"]
    assert {row["state"] for row in reached} == {"sent"}


async def test_while_another_program_holds_the_file_she_is_told_and_then_it_is_done(
    world: World, path: Path
) -> None:
    before, press = await world.everything(), saves(world)
    with held_by_another(path):
        pressed, status = await asyncio.gather(world.ada.sends(press), ready(world))
        assert KEPT_NOTHING in pressed.answer.line
        assert await world.changes(before) == {}
        assert status == 200, "reading goes on"
    assert "2 of 6" in (await world.ada.sends(press)).answer.text


async def ready(world: World) -> int:
    """What /healthz says meanwhile: the process lives and answers."""
    return (await world.teams.get(f"{world.url}/healthz"))[0]
