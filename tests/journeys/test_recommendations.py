"""Story 21: December asks for evidence; AD People signs off, or returns to the next review."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from domain.people.person import Person
from storage import tables
from tests.cast import CASES
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.finals import is_final
from tests.journeys.person import Somebody
from tests.journeys.world import World, at, settings_for

ADELE = Person(
    id="adp",
    name="Adele Pound",
    aad_object_id="aad-adp",
    roles=frozenset({"assistant_director_people"}),
)
ADVICE = "Hold supervision every four weeks."


@pytest.fixture
async def city(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """The City in November: one open record, C-23087 of Wes in Tess's team."""
    settings = settings_for(teams, database_url, "city-of-london", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-11-20 09:00")))
    await world.moves_in([replace(CASES["C-23087"], opened_on=date(2024, 3, 4))], [ADELE])
    await world.starts()
    await world.everybody_installs()
    await world.plays(ADELE).installs()
    yield world
    await world.closes()


async def recommended(world: World) -> Somebody:
    """Ivy recommends something to Tess, and December comes; gives AD People."""
    await is_final(world, "C-23087", None)
    await world.ivy.presses("Add it", recommendation=ADVICE, owner="tess")
    assert not [card for card in world.tess.cards if "Evidence for" in card]
    world.clock.moves_to(at("2025-12-01 09:00"))
    await world.ticks()
    return world.plays(ADELE)


async def state(world: World) -> str:
    rows = await world.rows(tables.follow_ups)
    (found,) = [row["state"] for row in rows if row["kind"] == "recommendation"]
    return str(found)


async def test_story_21_the_owner_shows_evidence_and_ad_people_signs_off(city: World) -> None:
    adele = await recommended(city)

    asked = city.tess.card("Evidence for C-23087")
    assert ADVICE in asked
    assert "no evidence yet" in adele.card("Recommendations to review")
    await city.tess.presses("Send", answer_0="Three held in time.", answer_1="The record.")
    assert "Three held in time." in adele.card("Tess Marlow has written this")
    await adele.presses("Sign off")
    assert "Nothing is open any more." in adele.card("Recommendations to review")
    assert await state(city) == "done"


async def test_story_21_what_is_returned_stays_open_to_the_next_review(city: World) -> None:
    adele = await recommended(city)

    await city.tess.presses("Send", answer_0="We mean to.", answer_1="Nothing yet.")
    await adele.presses("Return it", reason="Show me three.")
    assert "It comes again on Monday 1 June." in adele.card("Adele Pound returned it")
    assert await state(city) == "waiting"
    city.clock.moves_to(at("2026-06-01 09:00"))
    await city.ticks()
    assert "Show me three." in city.tess.card("Evidence for C-23087")
    assert sum("Recommendations to review" in card for card in adele.cards) == 2
