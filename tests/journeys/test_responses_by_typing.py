"""What cannot wait, by typing alone: raised, had, answered, returned and closed."""

from __future__ import annotations

from storage import tables
from tests.journeys.responses import FACTS, raises, sefton_at_work, urgent_posts
from tests.journeys.world import World

STORY = "A child may be unsafe"


async def test_it_is_raised_in_the_middle_of_an_audit_and_the_audit_is_carried_on(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    await world.ada.says("good")
    assert "Nobody has been told yet" in await world.ada.says("raise C-24113")
    assert await world.ada.says("a worry about a child's safety")
    await world.ada.says(f"facts: {FACTS}")
    await world.ada.says("spoken to: the team manager, at 15:05")
    assert not [card for card in world.sam.cards if STORY in card]
    assert "IR-1 is on its way" in await world.ada.says("send")
    assert "the team manager, at 15:05" in world.sam.card(STORY)
    assert "area 1 of 8" in await world.ada.says("where am I")
    assert "evidence kept" in await world.ada.says("evidence: the chronology")


async def test_the_answer_is_typed_and_the_raiser_returns_and_closes_it(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    assert "You have IR-1" in await world.sam.says("I have it")
    await world.sam.says("answer")
    for said in (
        "safe seen",
        "seen: today at 16:20",
        "done: a strategy discussion",
        "decided: the service manager",
        "wider management practice",
        "recorded",
    ):
        await world.sam.says(said)
    assert "is with Ada Byrne" in await world.sam.says("send")
    story = world.ada.card("IR-1 is answered")
    assert "Management practice" in story
    assert "Recorded in the case system" in story
    await world.ada.says("return: who else lives there?")
    assert "who else lives there?" in world.sam.card("What is missing")
    await world.sam.says("answer")
    for said in ("safe seen", "seen: today", "done: all were seen", "decided: the manager"):
        await world.sam.says(said)
    assert "is with Ada Byrne" in await world.sam.says("send")
    assert "is closed" in await world.ada.says("close it")


async def test_what_is_given_up_tells_nobody_and_keeps_nothing(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await world.ada.says("raise C-24113")
    await world.ada.says(f"facts: {FACTS}")
    assert "Given up: nobody was told" in await world.ada.says("give it up")
    assert urgent_posts(world, "aad-sam") == 0
    (row,) = await world.rows(tables.responses)
    assert (row["state"], row["facts"], row["next_at"]) == ("dropped", "", None)


async def test_a_form_says_what_it_lacks_before_anybody_is_told(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await world.ada.says("raise")
    assert "Please choose what it is" in await world.ada.says("send")
    await world.ada.says("1")
    assert "Please give the record's reference" in await world.ada.says("send")
    assert "I know no record C-99999" in await world.ada.says("record: C-99999")
    await world.ada.says("record: c-24113")
    assert "Please write what you saw" in await world.ada.says("send")
    assert urgent_posts(world, "aad-sam") == 0


async def test_two_worries_about_one_record_are_two_responses(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    await raises(world)
    assert len(await world.rows(tables.responses)) == 2
    assert "IR-2" in world.sam.cards[-1]
