"""kill -9 in the middle of a fan-out: nothing is lost, and hardly anything is sent twice.

Twenty kills: ten in each of two fan-outs of 2,000 cards, one on each kind of database. Every kill
meets a fan-out that is under way.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.delivery.means import Pace
from domain.delivery.message import Doubt, MessageState
from tests.fake_teams import FakeTeams
from tests.faults.story import NOBODY_PRESSED, Story, story_of

CARDS = 2_000
KILLS = 10
IN_FLIGHT = Pace().concurrency
CUTS = 5


@pytest.fixture
async def story(teams: FakeTeams, database_url: str, tmp_path: Path) -> AsyncIterator[Story]:
    async with story_of(CARDS, teams, database_url, tmp_path) as told:
        yield told


def moments(seed: str, number: int, cards: int) -> Sequence[int]:
    """After how many cards, all over the fan-out: some for every class."""
    part = cards // number
    chosen = random.Random(seed)  # noqa: S311 - the same ones in every run
    return [part * place + chosen.randrange(part // 2) + 5 for place in range(number)]


async def test_after_ten_kills_every_card_has_come_and_only_what_was_in_flight_came_twice(
    story: Story, database_url: str
) -> None:
    for posts in moments(database_url.partition(":")[0], KILLS, CARDS):
        await story.is_killed_after(posts)
    await story.is_drained()
    await check(story, KILLS)


async def test_after_its_connections_were_cut_every_card_has_come_as_well(
    teams: FakeTeams, postgresql_url: str, tmp_path: Path
) -> None:
    async with story_of(CARDS // 4, teams, postgresql_url, tmp_path) as story:
        async with story.next_life() as life:
            for posts in moments("cut", CUTS, CARDS // 4):
                await story.taken(posts)
                await story.fan_out.are_cut_off()
            await story.taken(CARDS // 4 - CUTS * IN_FLIGHT)
            await life.stops()
        story.in_hand = [set(await story.fan_out.rows(MessageState.SENDING))]
        await story.is_drained()
        await check(story, CUTS)


async def check(story: Story, interruptions: int) -> None:
    """Right after the drain, and once more when nobody has pressed anything for ten minutes."""
    rows = await story.fan_out.rows()
    in_doubt = {p for p, row in rows.items() if row["state"] == MessageState.UNKNOWN}
    interrupted = {p for p in story.claimed() if rows[p]["doubt"] != Doubt.SEND_AGAIN}
    assert in_doubt == interrupted, "in doubt is what was in hand, unless it goes again anyhow"
    assert {row["state"] for row in rows.values()} <= {MessageState.SENT, MessageState.UNKNOWN}
    check_posts(story, in_doubt, interruptions)

    await story.asks_again()
    await story.is_drained(NOBODY_PRESSED)
    still = set(await story.fan_out.rows(MessageState.UNKNOWN))
    assert still == {p for p in in_doubt if rows[p]["doubt"] == Doubt.LET_BE}
    assert not any(story.fan_out.taken()[p] > 1 for p in still), "a digest is never repeated"
    check_posts(story, still, interruptions)


def check_posts(story: Story, in_doubt: set[str], interruptions: int) -> None:
    """What Teams took: nothing lost; repeated only what was interrupted, and not much of it."""
    taken, claimed = story.fan_out.taken(), story.claimed()
    assert [p for p, times in taken.items() if not times and p not in in_doubt] == [], "lost"
    too_often = [p for p, times in taken.items() if times > 1 + claimed[p]]
    assert too_often == [], "came twice without an interruption"
    repeats = sum(times - 1 for times in taken.values() if times > 1)
    assert repeats <= IN_FLIGHT * interruptions, "more repeats than there were sends in flight"
