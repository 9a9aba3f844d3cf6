"""A plan on its way up and back, and a reminder on its day, through Teams."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from tests.cast_leicestershire import OTHERS, QUIN
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.world import World, at, settings_for

SMITA = replace(
    QUIN,
    id="smita",
    name="Smita Dole",
    aad_object_id="aad-smita",
    roles=frozenset({"senior_management_team"}),
)
PLAN = {
    "answer_1_1": "Visits to children in care.",
    "answer_1_2": "The third aim.",
    "answer_1_3": "Fewer late visits.",
}


@pytest.fixture
async def april(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Leicestershire on the first working day of its learning year."""
    settings = settings_for(teams, database_url, "leicestershire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2026-04-01 09:05")))
    await world.moves_in([], [*OTHERS.values(), SMITA])
    await world.starts()
    for person in (world.hal, world.theo, world.wes, world.named("quin"), world.plays(SMITA)):
        await person.installs()
    yield world
    await world.closes()


@pytest.mark.rows("LEI-08", "LEI-26")
async def test_a_learning_plan_comes_back_once_and_passes_at_both_levels(april: World) -> None:
    world = april
    quin, smita = world.named("quin"), world.plays(SMITA)
    await world.ticks()
    form = world.hal.card("The service's learning plan for the year")
    assert "It goes to: Quality Assurance and Improvement Team, then Senior" in form
    assert "Thursday 30 April" in form
    assert "Look at your figures" in world.theo.card("Look at your figures")

    short = await world.hal.presses("Send", answer_1_1="Visits.")
    assert "Nothing was sent" in short.text
    await world.hal.presses("Send", anyway=False, **PLAN)
    assert "Fewer late visits." in quin.card("The service's learning plan")
    assert not [card for card in smita.cards if "Fewer late visits." in card]
    await quin.presses("Return it", reason="Which part of the plan for children in care?")
    assert "children in care?" in world.hal.card("It came back because")

    await world.hal.presses("Send", anyway=False, **{**PLAN, "answer_1_2": "Aim three, part b."})
    assert "Aim three, part b." in quin.card("Aim three")
    await quin.says("pass")
    assert "Aim three, part b." in smita.card("The service's learning plan")
    assert not [card for card in world.theo.cards if "learning plan" in card]
    await smita.presses("Pass")
    assert "it has passed" in world.theo.card("The service's learning plan")
    assert "it has passed" in world.hal.card("it has passed")
    assert "learning plan" not in await world.wes.says("approvals")
    for post in world.teams.posts_to("aad-quin"):
        assert "late visits" not in (post.activity.get("summary") or "")

    await world.theo.presses("I have looked", words="Two visits are late.")
    assert "Two visits are late." in world.theo.card("Look at your figures")
    before = len(world.theo.cards)
    await world.ticks()
    assert len(world.theo.cards) == before
