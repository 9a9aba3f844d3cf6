"""Surveys from the asking to what they say, through Teams: by card and by typing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest

from domain.audits.looked_at import team_ref
from domain.cases.case import Case, CaseKind
from domain.people.person import Person
from storage import tables
from tests.cast import CASES, NORTH
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.handing_in import hands_in, stands_open
from tests.journeys.person import Somebody
from tests.journeys.world import World, at, settings_for

TEAM = Case(ref=team_ref(NORTH), team=NORTH, kind=CaseKind.TEAM)
SIA = Person(
    id="sia",
    name="Sia Moss",
    aad_object_id="aad-sia",
    roles=frozenset({"service_improvement_team"}),
)
ASKED = ("tess", "wes", "wanda", "ada")
VISITED = "The team's view of its diagnostic"
PANEL = "The panel's view of the diagnostic"


@pytest.fixture
async def somerset(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """A Tuesday in March; the diagnostic of Safeguarding North is led by Ada."""
    settings = settings_for(teams, database_url, "somerset", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2026-03-17 09:00")))
    await world.moves_in([*CASES.values(), TEAM], [SIA])
    await world.starts()
    for who in (world.plays(SIA), *(world.named(name) for name in ASKED)):
        await who.installs()
    yield world
    await world.closes()


async def held(world: World) -> None:
    """Ada hands in what was found, and the clock settles it."""
    day = world.clock().date()
    (seat,) = await stands_open(world, "team_diagnostic", [TEAM.ref], day, due_on=day, holder="ada")
    await hands_in(world, world.ada, seat)
    await world.passes(minutes=11)


async def opens(who: Somebody, line: str) -> str:
    """Opens a line of their work by its number, as people do who type."""
    work = await who.says("my work")
    before = work[: work.index(line)]
    number = re.findall(r"^(\d+)\.?$", before, re.MULTILINE)[-1]
    return await who.says(f"open {number}")


async def answers(who: Somebody, survey: str, *said: str) -> None:
    """By typing alone: the form, each question in its turn, then keep."""
    assert survey in who.card("Your view")
    await who.says("answer")
    for words in said:
        await who.says(words)
    assert "Kept" in await who.says("keep")


@pytest.mark.rows("SOM-29")
async def test_after_a_diagnostic_both_teams_are_asked_and_what_they_say_is_counted(
    somerset: World,
) -> None:
    world = somerset
    sia = world.plays(SIA)
    await held(world)
    asked = sia.card(VISITED)
    assert f"After\nTeam {NORTH}" in asked
    assert "Tuesday 31 March" in asked
    assert f"Ask for feedback on Team {NORTH}" in await sia.says("my work")
    assert "3 colleagues asked." in (await sia.presses("Send the questions", of=VISITED)).text
    assert "1 colleague asked." in (await sia.presses("Send the questions", of=PANEL)).text
    assert f"Ask for feedback on Team {NORTH}" not in await sia.says("my work")
    for name in ASKED:
        mine = VISITED if name in {"tess", "wes", "wanda"} else PANEL
        assert [card for card in world.named(name).cards if "Your view" in card and mine in card]

    await answers(world.wes, VISITED, "It was fair", "We meet on Mondays now")
    await world.ada.presses("Answer", of=PANEL)
    kept = await world.ada.presses("Keep", answer_1="A full day", answer_2="Two rooms", theme="7")
    assert "A full day" in kept.text
    for survey in (VISITED, PANEL):
        (round_of,) = [c for c in sia.cards if c.startswith("Feedback\n") and survey in c]
        assert "1 answer" in round_of

    listed = await sia.says("feedback list")
    assert "A colleague" in listed
    assert not [name for name in ("Wes", "Ada") if name in listed]
    themes = await sia.says("feedback themes")
    assert "2 pieces of feedback" in themes
    assert "Support for staff" in themes
    assert "It was fair" not in themes
    assert "No feedback here is yours to read" in await world.wes.says("feedback themes")


@pytest.mark.rows("SOM-35")
async def test_the_survey_of_supervision_is_run_by_typing_from_april_to_its_end(
    somerset: World,
) -> None:
    world = somerset
    sia = world.plays(SIA)
    world.clock.moves_to(at("2026-04-01 09:00"))
    await world.ticks()
    await world.ticks()
    survey = "What staff say of their supervision"
    assert "Thursday 30 April" in sia.card(survey)
    assert survey in await opens(sia, survey)
    assert "colleagues asked." in await sia.says("send the questions")
    await answers(world.wanda, survey, "It is every month", "More time")
    await opens(sia, survey)
    assert "Ended." in await sia.says("end the round")
    assert "1 answer" in sia.card("This is done.")
    assert survey not in await sia.says("my work")
    voices = await world.rows(tables.voices)
    assert [(row["source"], row["noted_by"]) for row in voices] == [("supervision_survey", "wanda")]
