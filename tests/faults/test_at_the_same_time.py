"""Things that happen at the same moment: presses, replicas, a change under a card on its way."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable

import pytest

from storage import tables
from tests.journeys.grading import audits
from tests.journeys.world import World


@pytest.fixture
async def world(herefordshire: World) -> World:
    """Everybody of the audit has added the app."""
    for person in ("tess", "ada", "wes", "cora", "theo"):
        await herefordshire.named(person).installs()
    return herefordshire


@pytest.fixture
async def replica(world: World) -> AsyncIterator[World]:
    """A second service on the same database."""
    other = World(world.teams, world.settings, world.clock)
    await other.starts()
    yield other
    await other.closes()


async def until(world: World, condition: Callable[[], bool]) -> None:
    """Until what Teams took makes it so."""
    async with asyncio.timeout(30):
        while not condition():
            world.teams.connector.arrived.clear()
            await world.teams.connector.arrived.wait()


async def test_twenty_presses_at_once_are_one(world: World) -> None:
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    place, accept = world.ada.button("Accept for later")
    act = world.teams.activities.press("aad-ada", accept.verb, accept.data({}), replyToId=place)

    pressed = await asyncio.gather(
        *(world.ada.sends({**act, "id": f"press-{number}"}) for number in range(20))
    )

    assert {"You accepted this" in one.answer.text for one in pressed} == {True}
    trail = await world.rows(tables.trail)
    assert Counter(row["action"] for row in trail)["accept_audit"] == 1


async def test_two_replicas_send_every_card_once(world: World, replica: World) -> None:
    world.at_once = False
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await asyncio.gather(world.delivered(), replica.delivered())
    about = [post for post in world.teams.posts if "C-23087" in str(post)]
    sent = Counter((post.conversation_id, str(post.card)) for post in about)
    assert set(sent.values()) == {1}
    assert len({chat for chat, _ in sent}) == 3, "both auditors and the worker"


async def test_two_replicas_that_tick_at_once_settle_an_audit_once(
    world: World, replica: World
) -> None:
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await audits(world.tess, 6)
    await audits(world.ada, 6)
    world.clock.moves(minutes=11)
    await asyncio.gather(world.ticks(), replica.ticks())
    assert len([card for card in world.wes.cards if "What the audit of" in card]) == 1
    trail = await world.rows(tables.trail)
    assert Counter(row["action"] for row in trail)["compare_assessments"] == 1


async def test_a_press_that_reaches_two_replicas_is_done_once(world: World, replica: World) -> None:
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    place, accept = world.ada.button("Accept for later")
    act = world.teams.activities.press("aad-ada", accept.verb, accept.data({}), replyToId=place)
    pressed = await asyncio.gather(world.ada.sends(act), replica.ada.sends(act))
    assert {"You accepted this" in one.answer.text for one in pressed} == {True}
    trail = await world.rows(tables.trail)
    assert Counter(row["action"] for row in trail)["accept_audit"] == 1


async def test_whoever_blocked_the_bot_is_unblocked_by_writing_to_any_replica(
    world: World, replica: World
) -> None:
    chat = world.teams.activities.chat_of("aad-ada")
    world.teams.fail_next(403, conversation_id=chat)
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await replica.ada.says("hello")
    await world.delivered()
    assert "C-23087" in world.ada.card("peer auditor for C-23087")


async def test_a_change_while_a_card_is_on_its_way_reaches_that_card(world: World) -> None:
    world.at_once = False
    chat = world.teams.activities.chat_of("aad-ada")
    world.teams.hang_next(method="POST", conversation_id=chat)
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    world.running.dispatcher.wake()
    await until(world, lambda: world.teams.connector.hanging == 1)
    await until(world, lambda: any("lead auditor" in card for card in world.tess.cards))

    await world.tess.presses("Hand it over", person="theo")
    world.teams.release()
    await world.delivered()
    assert "Theo Brook" in world.ada.card("peer auditor for C-23087")
