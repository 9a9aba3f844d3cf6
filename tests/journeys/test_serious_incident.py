"""Story 19: told the same day, decided and agreed, reviewed in fifteen days, learned from."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.people.person import Person
from tests.cast import CASES, HAL, SAM
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.person import Somebody
from tests.journeys.world import World, at, settings_for

NOTICE = "incidents.serious_incident"
CASE_FOR_CONSIDERATION = "incidents.case_for_consideration"
FACTS = "The hospital rang at 13:40 about an injury."
CARD = "A serious incident: C-23087"


def person(key: str, name: str, role: str, boss: str | None = None) -> Person:
    return Person(
        id=key,
        name=name,
        aad_object_id=f"aad-{key}",
        roles=frozenset({role}),
        line_manager=boss,
    )


ASHA = person("asha", "Asha Cole", "assistant_director")
OLA = person("ola", "Ola Finch", "operations_manager", "hal")
SITA = person("sita", "Sita Wren", "service_improvement_team")


@pytest.fixture
async def world(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Somerset on 2 March 2026: Tess manages Wes, above her Sam, Ola, Hal and Asha."""
    settings = settings_for(teams, database_url, "somerset", FRAMEWORKS)
    made = World(teams, settings, Clock(at("2026-03-02 13:00")))
    line = [replace(SAM, line_manager="ola"), replace(HAL, line_manager="asha")]
    await made.moves_in([CASES["C-23087"]], [ASHA, OLA, SITA, *line])
    await made.starts()
    await made.everybody_installs()
    for one in (ASHA, OLA, SITA):
        await made.plays(one).installs()
    await made.ticks()  # what the day brings anyway
    made.clock.moves_to(at("2026-03-02 14:00"))
    yield made
    await made.closes()


async def gives_notice(who: Somebody, trigger: str = NOTICE) -> None:
    await who.says("raise C-23087")
    await who.presses("Send it now", trigger=trigger, facts=FACTS)


def posts(world: World, who: Person) -> int:
    found = world.teams.posts_to(who.aad_object_id or "")
    return sum(1 for post in found if post.card and "Incident SI-" in str(post.card))


@pytest.mark.rows("SOM-42")
async def test_story_19_both_are_told_the_same_day_and_asked_hourly_until_each_has_it(
    world: World,
) -> None:
    await gives_notice(world.tess)
    ola, hal = world.plays(OLA), world.hal
    for told in (ola, hal):
        assert FACTS in told.card(CARD)
        assert "9 h 59 min left" in told.card(CARD)
    strangers = (world.wes, world.sam, world.cora, world.theo)
    assert not [s.name for s in strangers for card in s.cards if FACTS in card]
    await ola.presses("I have it")
    assert "Hal Grove: not yet" in world.tess.card(CARD)
    await world.passes(hours=1)
    await world.passes(hours=1)
    assert (posts(world, OLA), posts(world, HAL)) == (1, 3)
    await hal.presses("I have it")
    await world.passes(hours=1)
    assert posts(world, HAL) == 3
    assert "Told" in world.tess.card(CARD)


@pytest.mark.rows("SOM-42")
async def test_whoever_began_a_notice_is_asked_every_hour_until_it_is_sent(world: World) -> None:
    await world.tess.says("raise C-23087")
    await world.tess.presses("Keep for now", trigger=NOTICE, facts=FACTS)
    forms = [post for post in world.teams.posts_to("aad-tess") if "Not sent yet" in str(post.card)]
    await world.passes(hours=1)
    await world.passes(hours=1)
    now = [post for post in world.teams.posts_to("aad-tess") if "Not sent yet" in str(post.card)]
    assert len(now) == len(forms) + 2
    assert posts(world, HAL) == 0
    await world.tess.presses("Send it now", trigger=NOTICE, facts=FACTS)
    assert FACTS in world.hal.card(CARD)
    assert "7 h 59 min left" in world.hal.card(CARD)


@pytest.mark.rows("SOM-44", "SOM-45", "SOM-46")
async def test_story_19_a_notification_on_2_march_gives_a_rapid_review_due_17_march(
    world: World,
) -> None:
    await gives_notice(world.tess)
    for told in (world.plays(OLA), world.hal):
        await told.presses("I have it")
    await world.hal.presses(
        "Keep the decision", decision="2", reason="It meets both tests.", decided_on="2026-03-02"
    )
    asha, sita = world.plays(ASHA), world.plays(SITA)
    for reader in (world.hal, asha, sita, world.tess):
        assert "Rapid review due by **Tuesday 17 March**" in reader.card(CARD)
    assert "Not agreed yet" in world.hal.card(CARD)
    await asha.presses("I agree with it")
    assert "Asha Cole agreed" in world.hal.card(CARD)
    await world.hal.presses("Keep the way", learning="4")
    assert "Desktop review" in sita.card(CARD)

    before = posts(world, HAL)
    world.clock.moves_to(at("2026-03-10 09:00"))
    await world.ticks()
    world.clock.moves_to(at("2026-03-15 09:00"))
    await world.ticks()
    assert posts(world, HAL) == before + 2
    world.clock.moves_to(at("2026-03-16 10:00"))
    await world.hal.presses("Keep the day", reviewed_on="2026-03-16")
    await world.hal.presses("Close it")
    assert "Closed" in world.tess.card(CARD)
    world.clock.moves_to(at("2026-03-20 10:00"))
    await world.ticks()
    assert posts(world, HAL) == before + 2


async def test_a_decision_after_hours_is_told_at_once_through_the_night(world: World) -> None:
    world.clock.moves_to(at("2026-03-02 21:40"))
    await gives_notice(world.tess)
    await world.hal.presses("I have it")
    world.clock.moves_to(at("2026-03-02 23:20"))
    await world.hal.presses("Keep the decision", decision="2", reason="It meets both tests.")
    asha = world.plays(ASHA)
    assert "Rapid review due by **Tuesday 17 March**" in asha.card(CARD)
    assert "Rapid review due by **Tuesday 17 March**" in world.plays(SITA).card(CARD)
    await asha.presses("I agree with it")
    assert "Asha Cole agreed" in world.hal.card(CARD)


async def test_nothing_is_closed_before_it_is_decided_and_agreed(world: World) -> None:
    await gives_notice(world.tess)
    pressed = await world.hal.sends_press("close_incident", {"id": "incident-1", "version": 1})
    assert "not made and agreed yet" in pressed.answer.text
    await world.hal.presses("Keep the decision", decision="3", reason="A known condition.")
    pressed = await world.tess.sends_press("agree_incident", {"id": "agreement-1", "version": 1})
    assert "not yours to do" in pressed.answer.text
    assert "Rapid review" not in world.hal.card(CARD)


@pytest.mark.rows("SOM-43")
async def test_a_case_for_consideration_goes_to_the_improvement_team(world: World) -> None:
    await gives_notice(world.tess, CASE_FOR_CONSIDERATION)
    sita = world.plays(SITA)
    assert FACTS in sita.card(CARD)
    assert "min left" not in sita.card(CARD)
    assert not [card for card in world.hal.cards if FACTS in card]
    await sita.presses("I have it")
    await sita.presses("Close it")
    assert "Closed" in world.tess.card(CARD)


async def test_only_whoever_the_file_names_may_give_the_notice(world: World) -> None:
    await world.wes.says("raise C-23087")
    form = world.wes.card("What have you seen?")
    assert "A child died" not in form
    assert "Child may be unsafe" in form


async def test_the_ledger_is_a_proof_without_a_word_of_what_was_written(
    world: World, tmp_path: Path
) -> None:
    await gives_notice(world.tess)
    await world.hal.presses("I have it")
    out = tmp_path / "ledger.json"
    await world.runs("response", "ledger", "SI-1", "--out", str(out))
    text = out.read_text("utf-8")
    found = json.loads(text)
    assert FACTS not in text
    assert (found["number"], found["trail_holds"]) == ("SI-1", True)
    assert found["first"]["acknowledged"].startswith("2026-03-02T14:00")
    told = [(line["what"], line["person"]) for line in found["lines"]]
    for step in (("raised", "tess"), ("queued", "hal"), ("accepted", "hal"), ("told", "ola")):
        assert step in told
