"""What Teams does wrong on a bad day: blocked, throttled, lost replies, late installs."""

from __future__ import annotations

import pytest

from storage import tables
from tests.journeys.world import World

ALLOCATED = "peer auditor for C-23087"


def chat(world: World, account: str) -> dict[str, str]:
    """Faults for one person's chat only."""
    return {"conversation_id": world.teams.activities.chat_of(account)}


async def states(world: World, recipient: str) -> list[tuple[str, str | None]]:
    """What became of somebody's cards."""
    rows = await world.rows(tables.outbox)
    return [(row["state"], row["error_class"]) for row in rows if row["recipient"] == recipient]


@pytest.fixture
async def world(herefordshire: World) -> World:
    """Everybody of the audit has added the app."""
    for person in ("tess", "ada", "wes", "cora"):
        await herefordshire.named(person).installs()
    return herefordshire


async def test_whoever_blocked_the_bot_is_not_tried_again(world: World) -> None:
    world.teams.fail_next(403, code="MessageWritesBlocked", **chat(world, "aad-ada"))
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.passes(hours=2)

    assert await states(world, "ada") == [("dead", "unreachable")]
    assert len(world.teams.connector.refused) == 1
    assert "lead auditor" in world.tess.card("lead auditor for C-23087")


async def test_whoever_blocked_the_bot_is_named_to_the_coordinator(world: World) -> None:
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert "Ada Byrne" not in world.cora.card("audit opened")
    world.teams.fail_next(403, code="MessageWritesBlocked", **chat(world, "aad-ada"))
    await world.tess.presses("Accept for later")

    opened = world.cora.card("audit opened")
    assert "Ada Byrne" in opened
    assert "has blocked or removed the app" in opened
    await world.ada.says("hello")
    assert "Ada Byrne" not in world.cora.card("audit opened")


async def test_the_coordinators_card_follows_who_adds_and_removes_the_app(
    herefordshire: World,
) -> None:
    world = herefordshire
    for person in (world.tess, world.cora):
        await person.installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert "has not added the app yet" in world.cora.card("audit opened")
    await world.ada.installs()
    assert "Ada Byrne" not in world.cora.card("audit opened")
    await world.ada.removes_the_app()
    assert "has blocked or removed the app" in world.cora.card("audit opened")


async def test_a_chat_that_was_deleted_is_opened_again(world: World) -> None:
    world.teams.fail_next(404, code="ConversationNotFound", **chat(world, "aad-ada"))
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert ALLOCATED in world.ada.card(ALLOCATED)
    assert len(world.teams.created) == 1


async def test_whoever_never_added_the_app_gets_the_cards_when_they_do(
    herefordshire: World,
) -> None:
    world = herefordshire
    for person in (world.tess, world.cora):
        await person.installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert await states(world, "ada") == [("dead", "unreachable")]
    assert "Ada Byrne" in world.cora.card("audit opened")
    assert "has not added the app yet" in world.cora.card("audit opened")

    await world.passes(days=3)
    await world.ada.installs()
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 1
    assert set(await states(world, "ada")) == {("sent", None)}


async def test_whoever_writes_again_after_blocking_gets_what_waited(world: World) -> None:
    world.teams.fail_next(403, **chat(world, "aad-ada"))
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.says("hello")
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 1


async def test_whoever_removed_the_app_and_adds_it_again_is_reachable_again(
    world: World,
) -> None:
    await world.ada.removes_the_app()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert world.teams.connector.refused == []
    assert await states(world, "ada") == [("dead", "unreachable")]
    await world.ada.installs()
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 1


async def test_a_throttled_chat_waits_as_long_as_teams_asks_and_holds_up_nobody(
    world: World,
) -> None:
    world.teams.fail_next(429, retry_after="30", **chat(world, "aad-ada"))
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert ALLOCATED not in "".join(world.ada.cards)
    assert "lead auditor for C-23087" in world.tess.card("lead auditor")

    world.clock.moves(seconds=29)
    await world.delivered()
    assert ALLOCATED not in "".join(world.ada.cards)
    world.clock.moves(seconds=10)
    await world.delivered()
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 1


@pytest.mark.parametrize("status", [412, 503])
async def test_what_teams_did_not_take_goes_again(world: World, status: int) -> None:
    world.teams.fail_next(status, **chat(world, "aad-ada"))
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.passes(seconds=10)
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 1


async def test_a_lost_reply_is_repeated_once_when_nobody_presses(world: World) -> None:
    world.teams.lose_reply_to_next(method="POST", **chat(world, "aad-ada"))
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert await states(world, "ada") == [("unknown", "ServerDisconnectedError")]
    await world.passes(minutes=5)
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 1
    await world.passes(minutes=6)
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 2
    await world.passes(hours=2)
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 2


async def test_a_press_on_a_card_whose_reply_was_lost_confirms_it_and_is_updated_in_place(
    world: World,
) -> None:
    world.teams.lose_reply_to_next(method="POST", **chat(world, "aad-ada"))
    await world.opens_audit("C-23087", lead="tess", peer="ada")

    await world.ada.presses("Accept for later")
    await world.passes(hours=2)

    assert ("unknown", "ServerDisconnectedError") not in await states(world, "ada")
    shown = [str(card) for card in world.ada.kept.values() if ALLOCATED in str(card)]
    assert len(shown) == 1
    assert "You accepted this on Monday 1 September" in shown[0]


async def test_a_lost_reply_to_an_update_makes_it_again(world: World) -> None:
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    world.teams.lose_reply_to_next(method="PUT", **chat(world, "aad-ada"))
    await world.ada.presses("Accept for later")
    await world.passes(minutes=1)
    assert "You accepted this" in str(list(world.ada.kept.values())[-1])
    assert "unknown" not in [state for state, _ in await states(world, "ada")]


async def test_a_card_that_teams_calls_malformed_blocks_nobody_else(world: World) -> None:
    world.teams.fail_next(400, code="BadSyntax", **chat(world, "aad-ada"))
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert await states(world, "ada") == [("dead", "400 BadSyntax")]
    assert "lead auditor" in world.tess.card("lead auditor for C-23087")


async def test_no_token_sends_nothing_and_loses_nothing(world: World) -> None:
    world.clock.moves(hours=2)
    world.teams.identity.token_status = 500
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert ALLOCATED not in "".join(world.ada.cards)
    world.teams.identity.token_status = 200
    await world.passes(minutes=30)
    assert len([card for card in world.ada.cards if ALLOCATED in card]) == 1
