"""SIGTERM in the middle of a fan-out, as on a deployment: nothing is lost, nothing sent twice."""

from __future__ import annotations

from pathlib import Path

from domain.delivery.message import MessageState
from tests.fake_teams import FakeTeams
from tests.faults.story import story_of

CARDS = 300


async def test_a_deployment_in_the_middle_sends_every_card_once(
    teams: FakeTeams, database_url: str, tmp_path: Path
) -> None:
    async with story_of(CARDS, teams, database_url, tmp_path) as story:
        for posts in (CARDS // 10, CARDS // 3):
            async with story.next_life() as life:
                await story.taken(posts)
                await life.stops()
            assert await story.fan_out.rows(MessageState.WAITING), "it was under way"
            assert not await story.fan_out.rows(MessageState.SENDING, MessageState.UNKNOWN)
        await story.is_drained()
        assert set(story.fan_out.taken().values()) == {1}
        assert await story.fan_out.states() == {"sent": CARDS}
