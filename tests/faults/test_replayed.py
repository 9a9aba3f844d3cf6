"""Teams repeats itself: with the same id, or half a minute later with a new one."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest

from storage import tables
from tests.fake_teams import Json
from tests.journeys.grading import grades
from tests.journeys.world import World

LATER = 30.0  # seconds after which Teams repeats an invoke under a new id


@pytest.fixture
async def world(herefordshire: World) -> World:
    """Ada has been offered a seat."""
    for person in ("tess", "ada", "wes", "cora"):
        await herefordshire.named(person).installs()
    await herefordshire.opens_audit("C-23087", lead="tess", peer="ada")
    return herefordshire


def deliveries_of(world: World, title: str, **inputs: str) -> tuple[Json, Json, Json]:
    """A press of Ada's, the same once more, and the same under a new id."""
    place, button = world.ada.button(title)
    made = world.teams.activities
    data = button.data(inputs)
    first = made.press("aad-ada", button.verb, data, replyToId=place)
    anew = made.press("aad-ada", button.verb, data, replyToId=place)
    assert first["id"] != anew["id"]
    return first, first, anew


async def done(world: World) -> Counter[str]:
    """What the trail says was done."""
    return Counter(row["action"] for row in await world.rows(tables.trail))


@pytest.mark.parametrize("order", sorted(set(permutations("112"))))
async def test_a_press_that_comes_three_times_in_any_order_is_done_once(
    order: tuple[str, ...], world: World
) -> None:
    first, _, anew = deliveries_of(world, "Accept for later")
    for which in order:
        answer = (await world.ada.sends(first if which == "1" else anew)).answer
        assert "You accepted this" in answer.text
        world.clock.moves(seconds=LATER)
    assert (await done(world))["accept_audit"] == 1


async def test_a_form_that_is_submitted_again_under_a_new_id_is_in_once(world: World) -> None:
    await world.ada.presses("Start now")
    await grades(world.ada, 6)
    how = {"overall": "good", "reason": "The child is safer than a year ago"}
    first, _, anew = deliveries_of(world, "Submit audit", **how)
    await world.ada.sends(first)
    before = await world.everything()
    world.clock.moves(seconds=LATER)
    assert "Your audit of C-23087 is in" in (await world.ada.sends(anew)).answer.text
    assert await world.changes(before) == {}


async def test_an_old_press_that_is_played_back_much_later_changes_nothing(world: World) -> None:
    first, _, anew = deliveries_of(world, "Accept for later")
    await world.ada.sends(first)
    await world.ada.presses("Hand it over", person="chip")
    world.clock.moves(days=2)  # the note of the first id is forgotten by then
    await world.ticks()
    before = await world.everything()
    for again in (first, anew):
        await world.ada.sends(again)
    assert await world.changes(before) == {}


async def test_the_same_id_in_another_chat_is_another_activity(world: World) -> None:
    for person in (world.ada, world.tess):
        assert "C-23087" in await person.says("my work", id="one-and-the-same")
    assert await world.ada.says("my work", id="one-and-the-same") == ""


async def test_a_typed_word_that_teams_repeats_is_taken_once(world: World) -> None:
    await world.ada.presses("Start now")
    said = {"id": "typed-once"}
    await world.ada.says("evidence+ seen", **said)
    before = await world.everything()
    assert await world.ada.says("evidence+ seen", **said) == ""
    assert await world.changes(before) == {}
