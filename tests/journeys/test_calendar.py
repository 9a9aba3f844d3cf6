"""The council's calendar through Teams: a meeting noted, a report passed, an audit asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from domain.people.person import Person
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, IN_CARE
from tests.journeys.world import World, at, settings_for

IDA = Person(
    id="ida", name="Ida Croft", aad_object_id="aad-ida", roles=frozenset({"head_of_service"})
)
QUIN = Person(id="quin", name="Quin Lacey", aad_object_id="aad-quin", roles=frozenset({"qa_team"}))
MEETING = "Senior managers' meeting on wider findings"
FOUND = "Plans rarely name what changes."
PLACE = "https://example.org/briefing"


@pytest.fixture
async def world(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Herefordshire on the first working day of December, with a second head of service."""
    settings = settings_for(teams, database_url, "herefordshire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-12-01 09:05")))
    await world.moves_in([IN_CARE], [IDA, QUIN])
    await world.starts()
    await world.everybody_installs()
    yield world
    await world.closes()


@pytest.mark.rows("HER-18")
async def test_one_manager_notes_the_month_s_meeting_for_both(world: World) -> None:
    ida = world.plays(IDA)
    await ida.installs()
    await world.ticks()
    assert "Wednesday 31 December" in world.hal.card(MEETING)
    assert "Findings" in ida.card(MEETING)
    await world.hal.says("my work")
    assert MEETING in world.hal.card("Your work")

    await world.hal.presses(
        "Move it", new_day="2025-12-18", why_moved="The board meets on the 17th"
    )
    assert "Thursday 18 December" in ida.card(MEETING)
    world.clock.moves_to(at("2025-12-18 09:05"))
    await world.ticks()
    assert MEETING in ida.card("Your day")

    before = len(ida.cards)
    answer = await world.hal.presses(
        "Note the outcome", note_one=FOUND, evidence="Minutes, folder 12"
    )
    assert "Hal Grove noted it on Thursday 18 December." in answer.text
    assert FOUND in ida.card("noted it on Thursday 18 December")
    assert len(ida.cards) == before
    world.clock.moves_to(at("2025-12-19 09:05"))
    await world.ticks()
    assert not [card for card in ida.cards[before:] if MEETING in card]


@pytest.mark.rows("HER-17")
async def test_a_report_comes_back_once_and_then_goes_out(world: World) -> None:
    quin = world.plays(QUIN)
    await quin.installs()
    await world.ticks()
    assert "November 2025" in quin.card("Managers' briefing")
    told = await quin.presses("Give the report", evidence=PLACE)
    assert "To be passed" in told.text

    assert PLACE in world.cora.card("A report waits for your word")
    await world.cora.presses("Return it with this", why="One team is missing.")
    assert "One team is missing." in quin.card("Why it came back")
    await quin.presses("Give the report", evidence=PLACE, note_one="All teams are in.")
    assert "All teams are in." in world.cora.card("A report waits for your word")
    await world.cora.says("my work")
    await world.cora.presses("Pass it")
    assert "Cora Lindley passed it on Monday 1 December." in quin.card("Managers' briefing")
    assert "Managers' briefing" not in await world.cora.says("my work")


@pytest.mark.rows("HER-27", "HER-37")
async def test_a_manager_starts_an_audit_of_their_own_by_typing(world: World) -> None:
    assert "Targeted audit in a service area" in await world.sam.says("activity")
    await world.sam.says("activity targeted audit")
    assert "due Thursday 18 December" in await world.sam.says("18 December about meetings")
    assert "meetings" in world.sam.card("Please note what came of it")
    await world.sam.says("theme: Strategy meetings")
    await world.sam.says("findings: Health is often not there")
    assert "Noted." in await world.sam.says("done")
    assert "Health is often not there" in world.sam.card("Sam Field noted it")
