"""Somebody meets the bot: welcome, help, who am I, nonsense; and a stranger at the door."""

from __future__ import annotations

from domain.people.person import Person
from storage import tables
from tests.cast import CASES, ZED_ACCOUNT, ZED_NAME
from tests.journeys.grading import read
from tests.journeys.world import World


async def test_installing_twice_is_welcomed_once(herefordshire: World) -> None:
    ada = herefordshire.ada
    await ada.installs()
    await ada.installs()
    assert len(ada.cards) == 1
    assert "Hello Ada" in ada.card("Welcome")


async def test_the_welcome_leads_to_everything_else_by_its_buttons(herefordshire: World) -> None:
    ada = herefordshire.ada
    await ada.installs()
    assert "who am I" in read(await ada.presses("Help"))
    await ada.says("hello")
    assert "Nothing is waiting" in read(await ada.presses("Show my work"))


async def test_help_says_what_can_be_typed_and_who_am_i_what_is_known(
    herefordshire: World,
) -> None:
    assert "my work" in await herefordshire.tess.says("HELP!")
    known = await herefordshire.tess.says("who am i?")
    for fact in ("Tess Marlow", "Team Manager", "Safeguarding North", "Sam Field"):
        assert fact in known


async def test_my_work_lists_what_waits_and_its_number_opens_it(herefordshire: World) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert "Answer C-23087" in await world.tess.says("my work")

    before = len(world.tess.cards)
    assert (await world.tess.says("open 1")).startswith("Answer C-23087: here it is.")
    assert len(world.tess.cards) == before + 1
    assert "You are lead auditor for C-23087" in world.tess.cards[-1]


async def test_nonsense_gets_the_nearest_words_as_buttons_and_changes_nothing(
    herefordshire: World,
) -> None:
    tess = herefordshire.tess
    await tess.installs()
    before = await herefordshire.everything()

    said = await tess.says("show wrok pls")
    assert "Nothing has been changed or sent." in said
    assert "Help" in said
    assert "I don't know that word" in await tess.says("qqqq zzzz")
    assert await herefordshire.changes(before) == {}


async def test_a_suggestion_that_is_pressed_does_what_its_word_does(herefordshire: World) -> None:
    tess = herefordshire.tess
    assert "Did you mean one of these?" in await tess.says("my works please")
    assert "Nothing is waiting" in read(await tess.presses("My work"))


async def test_in_a_team_the_bot_shows_nothing_and_leads_to_the_private_chat(
    herefordshire: World,
) -> None:
    channel = {"id": "19:general", "conversationType": "channel", "tenantId": "a-tenant"}
    channel["tenantId"] = herefordshire.teams.tenant
    await herefordshire.tess.says("my work", conversation=channel)
    (post,) = herefordshire.teams.posts
    assert post.conversation_id == "19:general"
    assert "I do not show it here" in post.text
    assert post.card is None


async def test_a_stranger_sees_nothing_and_the_coordinator_is_told_once(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")

    await world.zed.installs()
    refused = world.zed.card("I can't find you in the staff list")
    assert "Cora Lindley" in refused
    assert not [ref for ref in CASES if ref in refused]
    assert "I can't find you in the staff list" in await world.zed.says("my work")

    asked = read(await world.zed.presses("Tell the QA team for me"))
    assert "The QA team has been asked to add you." in asked
    await world.zed.says("hello?")
    again = await world.zed.pressed("Try again")
    assert "I can't find you in the staff list" in again.answer.text
    told = [card for card in world.cora.cards if "Somebody asks for access" in card]
    assert len(told) == 1
    assert ZED_NAME in told[0]


async def test_asking_twice_tells_the_coordinator_once(herefordshire: World) -> None:
    world = herefordshire
    await world.cora.installs()
    await world.zed.installs()
    first = await world.zed.pressed("Tell the QA team for me")
    await world.zed.sends(first.activity)
    await world.zed.sends({**first.activity, "id": "another"})
    assert len([card for card in world.cora.cards if "Somebody asks for access" in card]) == 1


async def test_a_stranger_who_was_added_to_the_list_gets_in_by_try_again(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.zed.installs()
    zed = Person(
        id="zed", name=ZED_NAME, aad_object_id=ZED_ACCOUNT, roles=frozenset({"team_manager"})
    )
    await world.moves_in([], [zed])

    let_in = await world.zed.presses("Try again")
    assert "Hello Zed" in let_in.text
    assert "Zed Marsh" in await world.zed.says("who am I")
    known = {row["person_id"] for row in await world.rows(tables.addresses)}
    assert known == {"zed"}


async def test_a_stranger_can_do_nothing_with_a_button_that_somebody_passed_on(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    _, start = world.tess.button("Start now")
    before = await world.rows(tables.seats)

    answer = (await world.zed.sends_press(start.verb, start.data({}))).answer
    assert "I can't find you in the staff list" in answer.text
    assert "C-23087" not in answer.text
    assert await world.rows(tables.seats) == before


async def test_somebody_who_has_left_is_a_stranger(herefordshire: World) -> None:
    world = herefordshire
    async with world.units() as uow:
        tess = (await uow.people.all())["tess"]
        gone = {**{f: getattr(tess, f) for f in tess.__slots__}, "left_on": world.clock().date()}
        await uow.people.put([Person(**gone)])
        await uow.commit()
    assert "I can't find you in the staff list" in await world.tess.says("my work")


async def test_an_install_that_does_not_say_who_is_not_answered(herefordshire: World) -> None:
    acts, nobody = herefordshire.teams.activities, {"id": "29:aad-ada", "name": "Ada Byrne"}
    await herefordshire.ada.sends(acts.joined("aad-ada", **{"from": nobody}))
    assert herefordshire.ada.cards == []
    await herefordshire.ada.installs()
    assert len(herefordshire.ada.cards) == 1
