"""What people (and tampered cards) get wrong: a sentence each, and nothing is changed by it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.client import inputs_of
from tests.journeys.grading import GOOD, read
from tests.journeys.world import World

EVIDENCE = "Seen in the September chronology"


@pytest.fixture
async def world(herefordshire: World) -> World:
    """Tess has begun: area 1 is done, and she stands at area 2 with a grade kept."""
    for person in (herefordshire.tess, herefordshire.ada, herefordshire.will):
        await person.installs()
    await herefordshire.opens_audit("C-23087", lead="tess", peer="ada")
    await herefordshire.tess.presses("Start now")
    await herefordshire.tess.presses("Next", grade=GOOD, evidence=EVIDENCE)
    await herefordshire.tess.presses("Save for later", grade=GOOD)
    return herefordshire


@pytest.mark.parametrize(
    ("word", "meant"),
    [("goo", "Good"), ("requires", "Requires improvement to be good"), ("inadequ", "Inadequate")],
)
async def test_a_half_typed_grade_is_asked_about_and_not_guessed(
    world: World, word: str, meant: str
) -> None:
    await world.tess.says("change 3")
    before = await world.everything()
    said = await world.tess.says(word)
    assert f"Did you mean {meant}" in said
    assert "Nothing was saved. Please type one of: Outstanding, Good, Requires" in said
    assert await world.changes(before) == {}


async def test_an_unknown_word_in_a_form_says_what_is_accepted(world: World) -> None:
    before = await world.everything()
    said = await world.tess.says("blancmange")
    assert said.startswith("I did not understand that.")
    assert "next" in said
    assert await world.changes(before) == {}


async def test_the_same_press_delivered_twice_by_teams_is_done_once(world: World) -> None:
    first = await world.tess.pressed("Next", grade=GOOD, evidence=EVIDENCE)
    before = await world.everything()
    again = await world.tess.sends(first.activity)
    assert "Quality of plans" in read(again.answer)
    assert await world.changes(before) == {}


async def test_a_button_pressed_twice_shows_how_things_are_now(world: World) -> None:
    first = await world.tess.pressed("Next", grade=GOOD, evidence="September")
    before = await world.everything()
    again = await world.tess.sends({**first.activity, "id": "a-second-press"})
    assert "Quality of plans" in read(again.answer)
    assert await world.changes(before) == {}


async def test_accept_pressed_twice_is_accepted_once(world: World) -> None:
    first = await world.ada.pressed("Accept for later")
    before = await world.everything()
    again = await world.ada.sends({**first.activity, "id": "a-second-press"})
    assert "You accepted this on Monday 1 September." in read(again.answer)
    assert await world.changes(before) == {}


async def test_an_old_card_gives_the_words_back_that_it_could_not_take(world: World) -> None:
    place, save = world.tess.button("Save for later")
    await world.tess.says("evidence: what I typed on my phone")
    before = await world.everything()

    data = save.data({"evidence": "what I typed on my desktop"})
    old = await world.tess.sends_press(save.verb, data, replyToId=place)

    moved = read(old.answer)
    assert "This has moved on" in moved
    assert "Your press changed nothing." in moved
    assert "You saved it" in moved
    assert "what I typed on my desktop" in moved
    assert await world.changes(before) == {}
    opened = await world.tess.presses("Open it as it is now")
    assert opened.card is not None
    assert "what I typed on my phone" in world.tess.cards[-1]


async def test_a_colleague_who_presses_a_copied_card_learns_and_changes_nothing(
    world: World,
) -> None:
    before = await world.everything()
    for title in ("Save for later", "Next", "Back"):
        _, button = world.tess.button(title)
        pressed = await world.will.sends_press(button.verb, button.data({"grade": "inadequate"}))
        assert pressed.answer.line == "This is not yours to do, so nothing was changed."
    for title in ("Accept for later", "Tell the QA team"):
        _, button = world.ada.button(title)
        data = button.data({}, anyway=True)
        pressed = await world.will.sends_press(button.verb, data)
        assert "This is not yours to do, so nothing was changed." in pressed.answer.text
        assert "C-23087" not in pressed.answer.text
    assert await world.changes(before) == {}


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("drop_tables", {"id": "seat-1", "version": 1}),
        ("", {}),
        ("accept_audit", {}),
        ("accept_audit", {"id": None, "version": None}),
        ("accept_audit", {"id": ["seat-1"], "version": 1}),
        ("accept_audit", {"id": "seat-", "version": 1}),
        ("accept_audit", {"id": "seat-٣", "version": 1}),
        ("accept_audit", {"id": "seat-99999", "version": 1}),
        ("accept_audit", {"id": "seat-" + "9" * 60, "version": 1}),
        ("accept_audit", {"id": "audit-1", "version": 1}),
        ("accept_audit", {"id": "seat-1; DROP TABLE seats", "version": 1}),
        ("save_area", {"id": "area-1-99", "version": 1, "grade": "good"}),
        ("save_area", {"id": "area-1", "version": 1, "grade": "good"}),
        ("change_area", {"id": "area-1-0", "version": 1}),
        ("open_work", {"id": "person-ada", "version": 1}),
        ("open_duty", {"id": "duty-1", "version": 1}),
        ("acknowledge_notice", {"id": "notice-1", "version": 1}),
    ],
)
async def test_a_tampered_button_is_answered_and_changes_nothing(
    world: World, verb: str, data: dict[str, Any]
) -> None:
    before = await world.everything()
    pressed = await world.tess.sends_press(verb, data)
    assert pressed.answer.text
    assert "Something went wrong" not in pressed.answer.text
    assert await world.changes(before) == {}


async def test_a_missing_grade_is_asked_for_and_what_was_typed_is_kept(world: World) -> None:
    await world.tess.says("change 3")
    asked = read(await world.tess.presses("Next", evidence=EVIDENCE))
    assert "Please choose one: Outstanding, Good, Requires improvement to be good" in asked
    assert "Quality of plans" in asked
    assert EVIDENCE in asked


async def test_what_is_missing_at_the_end_is_listed_and_nothing_is_submitted(world: World) -> None:
    for _ in range(5):
        await world.tess.says("skip")
    asked = read(await world.tess.presses("Submit audit"))
    assert "things are missing before you can submit" in asked
    assert "a grade for area 3" in asked
    assert "Nothing has been sent yet." in asked


async def test_an_answer_of_emoji_alone_is_said_to_hold_no_words(world: World) -> None:
    before = await world.everything()
    pressed = read(await world.tess.presses("Save for later", grade=GOOD, evidence="👍🎉"))
    assert "I can keep words only, and your evidence has none. Nothing was saved" in pressed
    assert "I can read words only." in await world.tess.says("👍👍")
    assert await world.changes(before) == {}


async def test_ten_thousand_characters_are_refused_whole_with_the_limit(world: World) -> None:
    await world.tess.presses("Save for later", grade=GOOD, evidence="as it was")
    before = await world.everything()
    long = "word " * 2000

    refused = await world.tess.presses("Save for later", anyway=True, evidence=long)
    assert "and this box takes 2,000. Nothing was saved or cut" in refused.text
    typed = await world.tess.says(f"evidence: {long}")
    assert "Your evidence has 9,999 characters and this box takes 2,000." in typed
    assert await world.changes(before) == {}
    (form,) = [c for c in world.tess.kept.values() if "evidence" in inputs_of(c)]
    assert inputs_of(form)["evidence"] == "as it was"


async def test_a_grade_outside_the_scale_is_refused(world: World) -> None:
    before = await world.everything()
    refused = await world.tess.presses("Save for later", grade="splendid")
    assert "Please choose one: Outstanding, Good" in refused.text
    assert await world.changes(before) == {}


async def test_an_old_client_that_knows_action_submit_only_works_as_well(world: World) -> None:
    tess = world.tess
    place, _ = tess.button("Next")
    await tess.presses_on_an_old_client("Next", grade=GOOD, evidence=EVIDENCE)
    assert "Quality of plans" in str(tess.kept[place])

    before = await world.everything()
    await tess.presses_on_an_old_client("Next", evidence="👍")
    assert "your evidence has none" in str(tess.kept[place])
    assert await world.changes(before) == {}


async def test_an_empty_message_gets_a_way_on(world: World) -> None:
    before = await world.everything()
    assert "Type my work" in await world.tess.says("   ")
    assert await world.changes(before) == {}
