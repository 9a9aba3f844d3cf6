"""Teams answers 429 to everything for a while."""

from __future__ import annotations

import pytest

from domain.delivery.message import Doubt, Lane
from domain.refs import Ref
from tests.bot.delivery.desk import Desk
from tests.fake_teams import FakeTeams

PEOPLE = [f"person-{number:02}" for number in range(20)]
EVER = 1_000_000
STORM = 5  # minutes


async def queued(desk: Desk) -> None:
    """A digest and an allocation for everybody, and an alert for five."""
    await desk.knows(*PEOPLE)
    for person in PEOPLE:
        await desk.queues("digest", person, lane=Lane.BULK, doubt=Doubt.LET_BE)
        await desk.queues("offer", person)
    for person in PEOPLE[:5]:
        await desk.queues(
            "alert", person, Ref("response", "1"), lane=Lane.URGENT, doubt=Doubt.SEND_AGAIN
        )


async def storm(desk: Desk, teams: FakeTeams, *, minutes: int, told: str | None) -> None:
    """So long nothing is taken."""
    fault = teams.fail_next(429, retry_after=told, times=EVER)
    for _ in range(minutes * 30):
        await desk.drain(later=2)
    teams.connector.faults.remove(fault)


@pytest.mark.parametrize("told", [None, "5"])
async def test_a_storm_loses_nothing_repeats_nothing_and_is_not_fed(
    told: str | None, desk: Desk, teams: FakeTeams
) -> None:
    await queued(desk)
    await storm(desk, teams, minutes=STORM, told=told)
    assert teams.posts == []
    asked = len(teams.connector.refused)
    assert asked <= 45 * STORM * 4, "few questions while Teams wants quiet"

    for _ in range(40):
        await desk.drain(later=60)
    assert await desk.states() == {"sent": 45}
    cards = [(post.conversation_id, str(post.card)) for post in teams.posts]
    assert len(cards) == len(set(cards)) == 45
    assert [card for _, card in cards if "again" in card] == [], "Teams surely took none before"


async def test_an_alert_goes_within_a_minute_of_the_end_of_a_storm(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("alert", "ada", lane=Lane.URGENT, doubt=Doubt.SEND_AGAIN)
    await storm(desk, teams, minutes=3, told="5")
    for _ in range(60):
        await desk.drain(later=1)
    assert len(teams.posts) == 1
