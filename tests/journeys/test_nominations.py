"""Story 17 and what belongs to it: good practice is named, verified, and kept, through Teams."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from storage.tables import library_entries, nominations
from tests.cast import WANDA
from tests.fake_teams import BOT_ID, FakeTeams, Json
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, RECORD
from tests.journeys.finals import is_final
from tests.journeys.grading import read
from tests.journeys.person import Somebody
from tests.journeys.world import World, at, settings_for
from tests.usecases.nominations.seeding import CARA, CLEO, QUIN

BOOK = "the life-story book she made with him"
TEXT = "A worker made a life-story book with a young person."
TWIN = replace(WANDA, id="wanda2", aad_object_id="aad-wanda2", team="Fostering")


@pytest.fixture
async def somerset(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Two consultant social workers beside the cast; everybody has added the app."""
    settings = settings_for(teams, database_url, "somerset", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2026-11-16 08:00")))
    await world.moves_in([RECORD], [CLEO, CARA])
    await world.starts()
    await world.everybody_installs()
    for person in (CLEO, CARA):
        await world.plays(person).installs()
    yield world
    await world.closes()


TAG = "<at>Practice Loop</at>"


def channel(world: World) -> Json:
    """What makes a message one in a channel that mentions the bot."""
    place = {"id": "19:general", "conversationType": "channel", "tenantId": world.teams.tenant}
    mentioned = {"type": "mention", "text": TAG, "mentioned": {"id": BOT_ID, "name": "Loop"}}
    return {"conversation": place, "entities": [mentioned]}


async def verifier_of(world: World, number: int = 1) -> Somebody:
    rows = await world.rows(nominations)
    (row,) = [each for each in rows if each["id"] == number]
    known = {person.id: person for person in (CLEO, CARA)}
    return world.plays(known[row["verifier"]])


async def nominates(somebody: Somebody, what: str = BOOK) -> None:
    await somebody.says(f"nominate Wanda Moor for {what}")
    await somebody.says("supervision")
    await somebody.says("send")


@pytest.mark.rows("SOM-18", "SOM-19", "SOM-20")
async def test_story_17_a_practitioner_nominates_and_only_what_is_ratified_is_kept(
    somerset: World,
) -> None:
    world = somerset
    asked = await world.wes.says(f"I'd like to nominate Wanda Moor for {BOOK}")
    assert "Where did you see it?" in asked
    await world.wes.says("supervision")
    await world.wes.says("send")
    assert "by **Monday 30 November**" in world.wes.card("Your nomination is with a verifier")

    verifier = await verifier_of(world)
    card = verifier.card("Good practice to verify")
    assert "Wes Tarn nominated Wanda Moor on Monday 16 November." in card
    assert BOOK in card
    others = [world.plays(one) for one in (CLEO, CARA) if one.name != verifier.name]
    assert not any("Good practice to verify" in shown for one in others for shown in one.cards)
    assert "No example yet" in await world.hal.says("library")

    refused = read(await verifier.presses("Accept", text="Tommy, aged 7, has a book."))
    assert "This may tell who somebody is: Tommy and aged 7." in refused
    await verifier.presses("Accept", text=TEXT)
    assert "Your nomination was accepted" in world.wes.card("N-1")
    assert TEXT in world.wanda.card("Good practice of yours")
    found = await world.hal.says("library life story 2026")
    assert TEXT in found
    assert "Wanda" not in found


@pytest.mark.rows("SOM-18")
async def test_in_a_channel_the_bot_answers_in_a_line_and_goes_on_in_private(
    somerset: World,
) -> None:
    world = somerset
    said = f"{TAG} nominate <at>Wanda Moor</at> for {BOOK}"
    await world.wes.says(said, **channel(world))
    heard = [post for post in world.teams.posts if post.conversation_id == "19:general"]
    assert [post.text for post in heard] == [
        "Thank you. The rest of your nomination is in our own chat."
    ]
    form = world.wes.card("Your nomination")
    assert BOOK in form
    assert "Wanda Moor" in form
    await world.wes.says("supervision")
    await world.wes.says("send")
    assert BOOK in (await verifier_of(world)).card("Good practice to verify")


async def test_a_stranger_in_a_channel_begins_nothing(somerset: World) -> None:
    await somerset.zed.says(f"{TAG} nominate Wanda Moor for {BOOK}", **channel(somerset))
    assert "I do not show it here" in somerset.teams.posts[-1].text
    assert await somerset.rows(nominations) == []


async def test_of_two_colleagues_with_the_same_name_one_is_chosen(somerset: World) -> None:
    world = somerset
    async with world.units() as uow:
        await uow.people.put([TWIN])
        await uow.commit()
    await world.wes.says(f"nominate Wanda Moor for {BOOK}")
    form = world.wes.card("Which one do you mean?")
    assert "Safeguarding North" in form
    assert "Fostering" in form
    await world.wes.presses("Wanda Moor, Social Worker, Fostering")
    await world.wes.presses("Send nomination", seen="Court")
    (row,) = await world.rows(nominations)
    assert row["nominee"] == "wanda2"


async def test_a_colleague_endorses_what_is_there(somerset: World) -> None:
    world = somerset
    await nominates(world.wes)
    await world.will.says("nominate Wanda Moor for her life story book")
    assert "for much the same on Monday 16 November" in world.will.card("Your nomination")
    await world.will.presses("Endorse it", seen="The review")
    shown = (await verifier_of(world)).card("Good practice to verify")
    assert "Will Heath endorses it" in shown
    assert "1 colleague" in world.wes.card("Your nomination is with a verifier")


@pytest.mark.rows("SOM-19")
async def test_asked_for_more_and_then_declined_the_nominator_hears_why(somerset: World) -> None:
    world = somerset
    await nominates(world.wes)
    verifier = await verifier_of(world)
    await verifier.presses("Send question", question="What did he say himself?")
    await world.wes.presses("Send answer", answer="That it was his own")
    assert "That it was his own" in verifier.card("Good practice to verify")
    await verifier.presses("Send the note", note="Thank you. We share one like it already.")
    assert "Thank you. We share one like it already." in world.wes.card("was not taken")
    assert not any("N-1" in card for card in world.wanda.cards)
    assert await world.rows(library_entries) == []


async def test_withdrawn_by_the_nominee_it_is_found_no_more(somerset: World) -> None:
    world = somerset
    await nominates(world.wes)
    await (await verifier_of(world)).presses("Accept", text=TEXT)
    assert TEXT in await world.hal.says("library book")
    gone = read(await world.wanda.presses("Take it out"))
    assert "No search finds it any more." in gone
    assert "No example yet" in await world.hal.says("library book")
    assert len(await world.rows(library_entries)) == 1


@pytest.mark.rows("HER-24")
async def test_from_the_findings_of_an_outstanding_audit(herefordshire: World) -> None:
    world = herefordshire
    async with world.units() as uow:
        await uow.people.put([QUIN])
        await uow.commit()
    await world.everybody_installs()
    quin = world.plays(QUIN)
    await quin.installs()
    await is_final(world, "C-23087", "outstanding")
    assert "Nominate the worker" not in world.wes.card("What the audit of C-23087 found")
    await world.tess.presses("Nominate the worker")
    form = world.tess.card("Your nomination")
    assert "Social Worker, Safeguarding North" in form
    await world.tess.presses("Send nomination", reason=BOOK)
    await quin.presses("Accept", text=TEXT)
    assert "Exemplar library" in await world.hal.says("library book")


async def test_a_good_grade_is_not_enough_where_the_file_says_outstanding(
    herefordshire: World,
) -> None:
    await herefordshire.everybody_installs()
    await is_final(herefordshire, "C-23087", "good")
    found = herefordshire.tess.card("What the audit of C-23087 found")
    assert "Nominate the worker" not in found
