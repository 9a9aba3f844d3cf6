"""Stories 18 and 22, and the family's part of an audit word for word, through Teams."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from domain.audits.outcome import Outcome, Settled
from storage import tables
from tests.cast import CASES, WES
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, RECORD
from tests.journeys.grading import read
from tests.journeys.world import World, at, settings_for

NAMES = ("Ann Reed", "Bo Lane", "Cy Moss", "Di Holt", "Ed Fern")
TEAM = tuple(
    replace(WES, id=name.split()[0].lower(), name=name, aad_object_id=f"aad-{name.split()[0]}")
    for name in NAMES
)
"""With Wes and Wanda seven practitioners of Tess."""


async def made(teams: FakeTeams, url: str, council: str, day: str) -> World:
    world = World(teams, settings_for(teams, url, council, FRAMEWORKS), Clock(at(f"{day} 09:00")))
    await world.moves_in([RECORD, CASES["C-24113"]], TEAM if council == "somerset" else ())
    await world.starts()
    return world


@pytest.fixture
async def somerset(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    world = await made(teams, database_url, "somerset", "2026-03-20")
    for who in ("tess", "wes", "hal"):
        await world.named(who).installs()
    yield world
    await world.closes()


@pytest.fixture
async def city(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    world = await made(teams, database_url, "city-of-london", "2026-04-20")
    for who in ("wes", "sam", "tess"):
        await world.named(who).installs()
    yield world
    await world.closes()


@pytest.mark.rows("SOM-21", "SOM-22")
async def test_story_18_five_of_seven_have_a_piece_and_two_are_named(somerset: World) -> None:
    world = somerset
    await world.wes.says("feedback C-23087")
    await world.wes.presses("Write it down", speaker="parent")
    kept = read(await world.wes.presses("Keep", answer_1="He rings back", agreed="yes"))
    assert "He rings back" in kept
    for person in ("wanda", "ann", "bo", "cy"):
        await world.tess.says("feedback")
        await world.tess.presses("Write it down", speaker="carer", practitioner=person)
        await world.tess.presses("Keep", answer_1="They listen to us", agreed="yes")

    shown = await world.tess.says("feedback team")
    assert "5 of 7 have feedback" in shown
    assert "2 missing" in shown
    assert "None yet\nDi Holt\nNone\nEd Fern\nNone\nWith feedback" in shown
    assert "None yet: Di Holt and Ed Fern" in await world.tess.says("quota")
    assert "asks no feedback of your team" in await world.wes.says("feedback team")


@pytest.mark.rows("COL-32")
async def test_story_22_a_childs_words_stay_word_for_word_and_a_summary_beside_them(
    city: World,
) -> None:
    world = city
    said = "I want to see my brother. Every week, not some weeks!"
    await world.wes.says("feedback C-23087")
    await world.wes.presses("Write it down", speaker="child")
    alone = read(await world.wes.presses("Keep", summary="Misses the brother", agreed="yes"))
    assert "A summary cannot stand in for their words." in alone
    where = "Recording 7 on the record"
    kept = read(await world.wes.presses("Keep", answer_2=said, agreed="yes", how="1", medium=where))
    assert "The child's own voice" in kept
    assert said in kept
    for told in ("How\nAudio", "Recording 7 on the record", "Misses the brother"):
        assert told.replace("\n", " ") in kept.replace("\n", " ")

    right = said.replace("some", "only some")
    again = read(await world.wes.presses("Keep", answer_2=right, summary="Misses both"))
    assert right in again
    assert "Earlier words were put right; they are kept as well." in again
    async with world.units(reading=True) as uow:
        number = (await world.rows(tables.voices))[0]["id"]
        words_of = [e.words for e in await uow.voices.editions(number) if e.number == 2]
        voice = await uow.voices.get(number)
    assert words_of == [said, right]
    assert voice is not None
    assert (voice.summary, voice.how) == ("Misses both", "Audio")
    assert said not in str(await world.everything())


@pytest.mark.rows("COL-28")
async def test_the_survey_says_who_has_answered_and_who_has_not(city: World) -> None:
    world = city
    shown = await world.sam.says("feedback survey")
    assert "0 of 2 have answered" in shown
    await world.sam.says("feedback C-24113")
    await world.sam.presses("Write it down", speaker="young_person")
    await world.sam.presses("Keep", answer_1="It is fine", agreed="yes")
    after = await world.sam.says("feedback survey")
    assert "1 of 2 have answered" in after
    assert "Not asked yet\nC-23087." in after
    assert "No survey here is yours" in await world.wes.says("feedback survey")


@pytest.mark.rows("HER-32")
async def test_the_worker_is_asked_when_a_record_closes_and_after_a_conference(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.cora.says("feedback C-23087")
    asked = read(await world.cora.presses("Ask the worker"))
    assert "The worker of C-23087 has been asked." in asked
    assert "Please ask the child and the family of C-23087." in world.wes.card("To ask")
    await world.wes.presses("Write it down", speaker="parent")
    await world.wes.presses("Keep", answer_1="It helped", agreed="yes")
    assert "somebody was heard" in world.wes.card("Feedback for C-23087")

    async with world.units() as uow:
        await uow.cases.put([replace(RECORD, open=False, closed_on=world.clock().date())])
        await uow.commit()
    before = len(world.wes.cards)
    await world.ticks()
    await world.ticks()
    assert len(world.wes.cards) == before + 1


@pytest.mark.rows("SEF-05", "HER-06")
async def test_a_good_grade_beside_a_worried_parent_is_a_difference(
    sefton: World,
) -> None:
    world = sefton
    await world.everybody_installs()
    await world.opens_audit("C-24113", auditor="ada")
    await world.ada.says("talks")
    await world.ada.says("family")
    await world.ada.presses("Write what they said", speaker="parent")
    await world.ada.presses("Keep", answer_1="Nobody rang us", agreed="yes", worry="left")
    (audit,) = await world.rows(tables.audits)
    async with world.units() as uow:
        outcome = Outcome(
            audit_id=audit["id"],
            programme="deep_dive_audit",
            case_ref="C-24113",
            settled=Settled.AS_SUBMITTED,
            overall="good",
            submitted_on=world.clock().date(),
            final_at=world.clock(),
        )
        await uow.outcomes.add(outcome)
        await uow.commit()
    shown = await world.cora.says("feedback differences")
    assert "1 of 1 differ" in shown
    assert "Parent voiced a worry" in shown
    assert "Nobody rang us" not in shown
    assert "This is for those who run cycles." in await world.ada.says("feedback differences")
