"""Stories 2, 12 and 25: the talks and the family's part, through Teams."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, RECORD
from tests.journeys.evaluations import begins, in_somerset
from tests.journeys.grading import RI, grades, read, submits
from tests.journeys.person import Somebody
from tests.journeys.world import World, at, settings_for

AREAS_HER, AREAS_SEF = 6, 8


@pytest.fixture
async def leicestershire(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """One open record, C-23087 of Wes in Tess's team."""
    settings = settings_for(teams, database_url, "leicestershire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-10-01 08:00")))
    await world.moves_in([RECORD])
    await world.starts()
    yield world
    await world.closes()


@pytest.fixture
async def somerset(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """An evaluation of C-23087 can begin."""
    world = await in_somerset(teams, database_url)
    yield world
    await world.closes()


@pytest.mark.rows("HER-04", "HER-05", "HER-06", "HER-07")
async def test_story_2_the_family_is_locked_and_a_refusal_lets_the_peer_submit(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", talked=False, lead="tess", peer="ada")
    await world.ada.presses("Start now")
    await grades(world.ada, AREAS_HER)

    held_up = read(await submits(world.ada))
    assert "the worker's answer on whether the family agrees" in held_up
    assert "Your draft is kept." in held_up
    await world.ada.presses("The family's part")
    locked = world.ada.card("The family of C-23087")
    assert "This is locked: Wes Tarn has not said yet whether the family agrees." in locked
    assert "Who speaks?" not in locked

    await world.wes.presses("Send the answer", agreed="refused", asked="Both parents, by phone")
    assert "They do not want to be contacted" in world.ada.card("The family of C-23087")

    await world.ada.presses("Note the talk")
    await world.ada.presses("Keep the note", note_1="The direct work with the sister")
    await world.ada.presses("Auditors' talk")
    await world.ada.presses("We have talked")
    waits = read(await submits(world.ada))
    assert "the tick of Tess Marlow for the talk between lead and peer" in waits
    await world.tess.presses("We have talked")
    assert "Your audit of C-23087 is in" in read(await submits(world.ada))


@pytest.mark.rows("HER-05")
async def test_the_worker_is_reminded_twice_and_then_the_peer_gives_a_reason(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", talked=False, lead="tess", peer="ada")
    asked = "Ask the family of C-23087"

    await world.passes(days=3)
    assert [asked in card for card in world.wes.cards].count(True) == 2
    await world.passes(days=4)
    await world.passes(days=4)
    assert [asked in card for card in world.wes.cards].count(True) == 3
    assert "The family of C-23087" in world.ada.card("the reminders are over")
    kept = await world.ada.presses("Keep the reason", reason="no_reply", words="Wrote twice")
    assert "Not heard: Could not be reached" in read(kept)


@pytest.mark.rows("SEF-03", "SEF-04", "SEF-05")
async def test_story_12_a_conversation_of_45_minutes_is_refused_and_60_is_booked(
    sefton: World,
) -> None:
    world = sefton
    await world.everybody_installs()
    await world.opens_audit("C-24113", talked=False, auditor="ada")
    await world.ada.presses("Start now")
    await world.ada.says("talks")
    offered = world.ada.card("The talks for C-24113")
    assert "Up to you: Ivy Hart, Chip Oakley, Theo Brook" in offered
    await world.ada.says("talk 1")

    day, time = "2025-11-26", "14:00"
    refused = read(await world.ada.presses("Book it", day=day, time=time, minutes="45"))
    assert "This talk takes at least 60 minutes, and you chose 45." in refused
    assert "what you chose is still here" in refused
    assert not [card for card in world.will.cards if "a talk with you" in card]

    booked = read(await world.ada.presses("Book it", day=day, time=time, minutes="60"))
    assert "You talk on **Wednesday 26 November at 14:00** for 60 minutes." in booked
    assert "Wednesday 26 November at 14:00" in world.will.card("C-24113: a talk with you")
    await world.will.presses("That suits me")
    assert "That suits" in world.ada.card("Learning conversation with the key worker")

    await world.passes(days=2, hours=8)
    await world.ada.presses("Keep the note", note_1="It came in time")
    await world.ada.says("talk 3")
    await world.ada.presses("Write what they said", speaker="parent")
    await world.ada.presses("Keep", answer_1="She keeps her word", agreed="yes")
    await world.ada.says("start")
    await grades(world.ada, AREAS_SEF)
    assert "Your audit of C-24113 is in" in read(await submits(world.ada))


@pytest.mark.rows("LEI-01", "LEI-05")
async def test_story_25_without_the_family_s_views_or_a_reason_it_is_refused(
    leicestershire: World,
) -> None:
    world = leicestershire
    await world.everybody_installs()
    await world.opens_audit("C-23087", talked=False, auditor="theo")
    await world.theo.presses("Start now")
    programme = next(iter(world.council.framework.programmes.values()))
    for area in programme.areas:
        await world.theo.presses("Next", evidence=f"Seen in the record, area {area.number}")
    await world.theo.says("talk 1")
    await world.theo.presses("Keep the reason", reason="worker_away")

    await world.theo.says("start")
    because = "The child is safer than a year ago"
    held_up = read(await world.theo.presses("Submit audit", reason=because, anyway=True))
    assert "One thing is missing before you can submit" in held_up
    assert "the family's views, or why they were not heard" in held_up
    assert "Your draft is kept." in held_up

    await world.theo.presses("The family's part")
    await world.theo.presses("Keep the reason", reason="declined")
    sent = read(await world.theo.presses("Submit audit", reason=because, anyway=True))
    assert "Your audit of C-23087 is in" in sent


async def evaluates_together(world: World, evaluator: Somebody) -> None:
    """Nothing goes in before the talk in protected time with the worker is held and noted."""
    await evaluator.presses("Start now")
    for area in next(iter(world.council.framework.programmes.values())).areas:
        await evaluator.presses("Next", evidence=f"Seen in the record, area {area.number}")
    held_up = read(await submits(evaluator))
    assert "a note of the evaluation together with the worker, or why it was not held" in held_up
    assert "Your draft is kept." in held_up

    await evaluator.presses("Note the talk")
    asked = evaluator.card("Evaluation together with the worker")
    assert "Keep this time free in your calendar: it is protected for this." in asked
    await evaluator.presses("Book it", day="2026-02-10", time="14:00", minutes="90")
    invited = world.wes.card("C-23087: a talk with you")
    for part in ("Tuesday 10 February at 14:00", "90", "it is protected for this."):
        assert part in invited
    await world.wes.presses("That suits me")
    assert "That suits" in evaluator.card("Evaluation together with the worker")

    world.clock.moves_to(at("2026-02-10 16:00"))
    await evaluator.presses("Keep the note", note_1="The drawings with the sister")
    assert "The drawings with the sister" in evaluator.card("Evaluation together with the worker")
    held_up = read(await submits(evaluator))
    assert "One thing is missing before you can submit: the family's views" in held_up
    await evaluator.presses("The family's part")
    await evaluator.presses("Keep the reason", reason="declined")
    assert "Your audit of C-23087 is in" in read(await submits(evaluator))


@pytest.mark.rows("SOM-04", "SOM-06")
async def test_an_evaluation_takes_protected_time_and_its_moderator_asks_back(
    somerset: World,
) -> None:
    world = somerset
    evaluator, moderator, _ = await begins(world)
    await evaluates_together(world, evaluator)

    world.clock.moves_to(at("2026-02-16 08:00"))
    await world.ticks()
    await moderator.presses("Read and decide")
    await moderator.presses(f"Talk with {evaluator.name}")
    await moderator.presses("Book it", day="2026-02-17", time="09:30", minutes="30")
    question = evaluator.card("would like to talk with you before deciding.")
    assert "Tuesday 17 February at 09:30" in question
    assert "protected" not in question
    await evaluator.presses("That suits me")
    world.clock.moves_to(at("2026-02-17 11:00"))
    await moderator.presses("Keep the note", note_1="On the visits of May.")
    assert "On the visits of May." in evaluator.card("This talk is over.")

    await moderator.presses("Record as final", overall=RI, reason="Father unheard.")
    told = evaluator.card("C-23087 has its final grade")
    assert "was held on Tuesday 17 February." in told
    assert "Evaluator\nGood\nFinal\nRequires improvement" in told
