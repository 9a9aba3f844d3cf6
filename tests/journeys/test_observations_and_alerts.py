"""Story 12's second half, and alerts between professionals, through Teams."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from domain.people.person import Person
from tests.cast_leicestershire import OTHERS
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, IN_CARE
from tests.journeys.world import World, at, settings_for

QUEN = Person(
    id="quen",
    name="Quen Ash",
    aad_object_id="aad-quen",
    roles=frozenset({"quality_assurance_manager"}),
    line_manager="hal",
)
SEEN = "The worker waited until the child spoke."
CONCERN = "The plan was last changed in May."
EFFECT = "The child does not know where they will live."
REPLY = "A planning meeting is set for Friday."


@pytest.fixture
async def assigning(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Sefton on the first working day of December, with somebody who assigns."""
    settings = settings_for(teams, database_url, "sefton", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-12-01 09:05")))
    await world.moves_in([IN_CARE], [QUEN])
    await world.starts()
    await world.everybody_installs()
    yield world
    await world.closes()


@pytest.fixture
async def alerting(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Leicestershire on a Monday, with QAIT to verify good practice."""
    settings = settings_for(teams, database_url, "leicestershire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-12-01 09:05")))
    await world.moves_in([IN_CARE], OTHERS.values())
    await world.starts()
    await world.everybody_installs()
    await world.named("quin").installs()
    yield world
    await world.closes()


@pytest.mark.rows("SEF-31")
async def test_story_12_a_month_s_observations_from_the_plan_to_the_escalation(
    assigning: World,
) -> None:
    world = assigning
    quen = world.plays(QUEN)
    await quen.installs()
    await world.ticks()
    assert "Tess Marlow observes Will Heath" in quen.card("Observations · December 2025")
    assert not [card for card in world.tess.cards if "Observe Will Heath" in card]
    await quen.presses("Send them")
    assert "Wednesday 31 December" in world.tess.card("Observe Will Heath")

    kind = "Home visit"
    await world.tess.presses("Return it", seen=SEEN, seen_on="2025-12-01", kind=kind)
    assert SEEN in world.will.card("Your practice was observed")
    await world.will.presses("Send comment", comment="That helped me.")
    assert "That helped me." in world.tess.card("Observation of Will Heath")

    world.clock.moves_to(at("2026-01-05 09:05"))
    await world.ticks()
    assert "Theo Brook" in world.sam.card("Observe W")
    assert "1 of 2 returned" in quen.card("Observations · December 2025")
    assert "1 late" in quen.card("Observations · December 2025")


@pytest.mark.rows("LEI-18")
async def test_an_informal_alert_without_a_reply_becomes_formal_and_is_answered(
    alerting: World,
) -> None:
    world = alerting
    await world.ivy.says("alert C-24113")
    await world.ivy.presses("Send", theme="Planning", concern=CONCERN, effect=EFFECT)
    told = world.theo.card(CONCERN)
    assert "Informal" in told
    assert "Monday 8 December" in told

    world.clock.moves_to(at("2025-12-09 09:05"))
    await world.ticks()
    offered = world.ivy.card("It is taken only if you press it.")
    assert "Tuesday 16 December" in offered
    assert "Formal: Planning" not in world.theo.card(CONCERN)

    await world.ivy.presses("Take the next step")
    assert "Formal: Planning" in world.theo.card(CONCERN)
    await world.theo.presses("Send reply", reply=REPLY)
    assert REPLY in world.ivy.card(CONCERN)
    await world.ivy.presses("Settled")
    assert "Nothing more is asked of you." in world.theo.card(CONCERN)
    for note in world.teams.posts_to("aad-theo"):
        assert CONCERN not in (note.activity.get("summary") or "")


@pytest.mark.rows("LEI-18")
async def test_praise_reaches_the_worker_and_whoever_verifies_good_practice(
    alerting: World,
) -> None:
    world = alerting
    await world.ivy.says("alert C-24113")
    await world.ivy.presses("Send", tone="praise", theme="Visits and contact", concern=SEEN)
    assert "No reply is needed." in world.will.card("Good practice was seen")
    assert SEEN in world.named("quin").card("Will Heath")
