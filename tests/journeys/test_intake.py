"""A complaint, its lesson and what follows from it, through Teams."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from tests.cast import CORA
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.world import World, at, settings_for

QUILL = replace(
    CORA, id="quill", name="Quill Ash", aad_object_id="aad-quill", roles=frozenset({"qa_team"})
)
LESSON = "We call before we are late."


@pytest.fixture
async def answering(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Sefton on a Tuesday, with its complaints function and the QA team."""
    settings = settings_for(teams, database_url, "sefton", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2026-12-01 10:00")))
    await world.moves_in([], [QUILL])
    await world.starts()
    for person in (world.named("otto"), world.tess, world.wes, world.plays(QUILL)):
        await person.installs()
    yield world
    await world.closes()


@pytest.mark.rows("SEF-52")
async def test_what_one_complaint_teaches_is_shared_with_the_action_that_follows(
    answering: World,
) -> None:
    world = answering
    otto, quill = world.named("otto"), world.plays(QUILL)
    await otto.says("complaint")
    said = {"reference": "CP-2026-118", "received_on": "2026-11-30", "theme": "Delay"}
    named = await otto.presses("Note it", anyway=False, **{**said, "reference": "Mrs Marsh"})
    assert "nobody's name" in named.text
    await otto.presses(
        "Note it", anyway=False, **said, kind="Complaint", outcome="Upheld", lesson=LESSON
    )
    assert LESSON in otto.card("Complaint: Delay")
    assert LESSON in quill.card("Complaint: Delay")

    task = "Put a calling list on the duty desk"
    await otto.presses("Keep the action", what=task, name="Tess Marlow", due="2026-12-18")
    assert task in world.tess.card(task)
    assert "Tess Marlow, open" in quill.card("Complaint: Delay")

    counted = await quill.says("intake count")
    assert "Complaint\n0\n1" in counted
    assert LESSON in counted
    assert "CP-2026-118" not in counted
    assert LESSON not in await world.wes.says("intake count")
    for post in world.teams.posts_to("aad-quill"):
        assert "CP-2026-118" not in (post.activity.get("summary") or "")
