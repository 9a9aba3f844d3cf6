"""A manager's own learning: monthly on the plan's theme, and for a hunch, through Teams."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage import tables
from tests.cast import CASES, NORTH
from tests.cast_leicestershire import OTHERS
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.person import Somebody
from tests.journeys.test_approvals import SMITA
from tests.journeys.world import World, at, settings_for

LINE = ("hal", "sam", "tess", "theo")
"""The managers of Hal's service."""
PLAN = {
    "answer_1_1": "Direct work with fathers",
    "answer_1_2": "The second aim",
    "answer_1_3": "Visits to fathers",
}
TESTED = "Fathers elsewhere are seldom seen; we read twelve plans"
FOUND = "Four of twelve fathers were met before the conference"
TO_DEVELOP = "Nobody is told of a father's new address"
TO_DO = "Ask for the address at each visit"
FORM = "Improvement activity form"


@pytest.fixture
async def april(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Leicestershire on the first working day of its learning year."""
    settings = settings_for(teams, database_url, "leicestershire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2026-04-01 09:05")))
    await world.moves_in(CASES.values(), [*OTHERS.values(), SMITA])
    await world.starts()
    for person in (*map(world.named, (*LINE, "wes", "quin")), world.plays(SMITA)):
        await person.installs()
    yield world
    await world.closes()


async def asked(world: World, programme: str) -> tuple[str, Somebody]:
    """Who holds the only seat of the programme's only audit."""
    (cycle,) = [row for row in await world.rows(tables.cycles) if row["programme"] == programme]
    audits = [
        row["id"] for row in await world.rows(tables.audits) if row["cycle_id"] == cycle["id"]
    ]
    (seat,) = [row for row in await world.rows(tables.seats) if row["audit_id"] in audits]
    return seat["holder"], world.named(seat["holder"])


async def plan_passes(world: World) -> None:
    """Hal sends the year's plan, and both who decide pass it."""
    await world.ticks()
    await world.hal.presses("Send", anyway=False, **PLAN)
    await world.named("quin").presses("Pass", of="fathers")
    await world.plays(SMITA).presses("Pass", of="fathers")
    await world.ticks()


async def writes_up(manager: Somebody, owner: str) -> None:
    """What was tested, what was found, the strengths; then an action out of what needs work."""
    await manager.presses("Start now")
    assert "Which theme or hunch did you test" in manager.card("What was tested")
    for words in (TESTED, FOUND, "Two teams plan the visit at once"):
        await manager.presses("Next", evidence=words)
    await manager.presses("Add an action", evidence=TO_DEVELOP)
    what = {"what": TO_DO, "owner": owner, "due": "2026-04-24", "tag": "Service"}
    assert "1 action" in (await manager.presses("Add it", anyway=False, **what)).text
    await manager.presses("Next", evidence=TO_DEVELOP)
    sent = await manager.presses("Submit audit", reason="Fathers are found where one asks")
    assert "Submitted" in sent.text


@pytest.mark.rows("LEI-09", "LEI-11")
async def test_the_month_s_learning_tests_the_plan_s_theme_and_ends_in_an_action(
    april: World,
) -> None:
    world = april
    await plan_passes(world)
    holder, manager = await asked(world, "learning_activity")
    assert holder in LINE
    card = manager.card("test the theme in your service")
    assert "Direct work with fathers" in card
    assert "Thursday 30 April" in card
    owner = "theo" if holder != "theo" else "tess"
    await writes_up(manager, owner)
    assert not [card for card in world.named(owner).cards if TO_DO in card]
    await world.passes(minutes=11)

    assert "Friday 24 April" in world.named(owner).card(TO_DO)
    for name in {*LINE} - {holder}:
        assert FOUND in world.named(name).card("the work of this service")
    assert "Thursday 30 April" in manager.card(FORM)
    assert not [card for card in world.wes.cards if FOUND in card]
    before = len(await world.rows(tables.cycles))
    await world.ticks()
    assert len(await world.rows(tables.cycles)) == before


@pytest.mark.rows("LEI-10")
async def test_a_hunch_is_looked_into_by_typing_and_put_aside(april: World) -> None:
    world = april
    why = "Visits fall in school holidays"
    assert "Extra learning activity" in await world.tess.says("new audit")
    await world.tess.presses(
        "Open it", programme="extra_learning_activity", records=NORTH, reason=why
    )
    holder, tess = await asked(world, "extra_learning_activity")
    assert holder == "tess"
    assert why in tess.card("Somebody saw a pattern and asked you to look into it")
    assert "Which pattern made you look?" in await tess.says("start")
    await tess.says("Visits were late three Augusts running")
    await tess.says("next")
    assert "What bears the hunch out?" in tess.card("What speaks for it")
    await tess.says("Two workers were on leave at once")
    await tess.says("next")
    await tess.says("All the late ones were of one family abroad, so it does not stand")
    await tess.says("next")
    await tess.says("The hunch does not stand")
    assert "Submitted" in await tess.says("submit")
    await world.passes(minutes=11)
    for name in ("sam", "hal"):
        assert "so it does not stand" in world.named(name).card("What speaks against it")
    assert "Thursday 30 April" in tess.card(FORM)


@pytest.mark.rows("LEI-12")
async def test_a_piece_recorded_by_hand_asks_whether_the_worker_and_the_team_were_told(
    april: World,
) -> None:
    world = april
    tess = world.tess
    assert "Who was told already?" in await tess.says("learning done")
    done = await tess.presses("Record it", part="other", form="F-12", told="team_told")
    assert "1 of 10 done" in done.text
    told = tess.card("Pass on what you found")
    assert "I told the team as a whole\n1 April" in told
    assert "Thank you. It is noted." in await tess.says("confirm")
    assert "Everybody was told." in tess.card("Pass on what you found")
    assert "Tell the worker and the team" not in await tess.says("my work")
