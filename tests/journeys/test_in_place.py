"""After a press every copy of the card says the same, and a finished card has no inputs."""

from __future__ import annotations

import pytest

from tests.fake_teams import Json
from tests.journeys.client import buttons, inputs_of, words
from tests.journeys.grading import audits, shows_inputs
from tests.journeys.person import Somebody
from tests.journeys.world import World


@pytest.fixture
async def world(herefordshire: World) -> World:
    """Ada and Tess hold the seats of C-23087."""
    for person in (herefordshire.tess, herefordshire.ada, herefordshire.cora):
        await person.installs()
    await herefordshire.opens_audit("C-23087", lead="tess", peer="ada")
    return herefordshire


def copies(who: Somebody, what: str) -> list[Json]:
    """What Teams keeps of the cards with these words: posts and updates, no answers."""
    return [card for card in who.kept.values() if what in words(card)]


async def test_accepting_updates_every_copy_and_answers_with_the_same_card(world: World) -> None:
    await world.ada.says("open 1")  # a second copy below
    assert len(copies(world.ada, "peer auditor for C-23087")) == 2

    answer = await world.ada.presses("Accept for later")

    assert copies(world.ada, "You accepted this") == [answer.card, answer.card]
    assert len(world.teams.updates) >= 2


async def test_the_forms_copies_all_become_the_receipt_without_inputs(world: World) -> None:
    receipt = await audits(world.ada, 6)
    assert copies(world.ada, "Your audit of C-23087 is in") == [receipt.card]
    # of everything in the chat nothing can be filled in any more
    assert not [words(card) for card in world.ada.kept.values() if shows_inputs(card)]
    (allocation,) = copies(world.ada, "You submitted this on Monday 1 September.")
    assert {button.title for button in buttons(allocation)} == {
        "Open",
        "Withdraw",
        "Child may be unsafe",
    }


async def test_opening_the_form_twice_leaves_no_copy_behind(world: World) -> None:
    await world.ada.presses("Start now")
    await world.ada.says("my work")
    await world.ada.says("open 1")
    forms = copies(world.ada, "Voice of the child")
    assert len(forms) == 2

    answer = await world.ada.presses("Next", grade="good", evidence="Seen")
    assert copies(world.ada, "Voice of the child") == []
    assert copies(world.ada, "Assessments") == [answer.card, answer.card]


async def test_what_is_missing_is_said_on_the_pressed_card_and_kept_on_every_other(
    world: World,
) -> None:
    await world.ada.presses("Start now")
    await world.ada.says("open 1")
    answer = await world.ada.presses("Next", evidence="Seen in September")
    assert "Please choose one" in answer.text
    other = copies(world.ada, "Voice of the child")[0]
    assert inputs_of(other)["evidence"] == "Seen in September"
    assert "Please choose one" not in words(other)


async def test_the_withdrawal_goes_from_the_cards_when_its_time_is_over(world: World) -> None:
    await audits(world.ada, 6)
    await audits(world.tess, 6)
    await world.passes(minutes=11)
    for who in (world.ada, world.tess):
        titles = [button.title for card in who.kept.values() for button in buttons(card)]
        assert "Withdraw" not in titles


async def test_the_partners_card_learns_of_a_new_auditor_in_place(world: World) -> None:
    await world.ada.presses("Hand it over", person="ivy")
    (tess,) = copies(world.tess, "lead auditor for C-23087")
    assert "Ivy Hart" in words(tess)
    assert len([post for post in world.teams.posts_to("aad-tess") if post.card]) == 2


async def test_a_refresh_that_teams_asks_for_changes_nothing(world: World) -> None:
    place, button = world.ada.button("Accept for later")
    act = world.teams.activities.press("aad-ada", button.verb, button.data({}), replyToId=place)
    act["value"]["trigger"] = "automatic"
    before = await world.everything()
    asked = await world.ada.sends(act)
    assert "Please read the record" in asked.answer.text
    assert await world.changes(before) == {}
