"""The dispatcher looks again where something may be left, and only there."""

from __future__ import annotations

import asyncio

from domain.refs import Ref
from tests.bot.delivery.counting import counted
from tests.bot.delivery.desk import Desk
from tests.fake_teams import FakeTeams

FIRST, SECOND = Ref("audit", "1"), Ref("audit", "2")
NEVER = 3600.0


async def test_what_stands_behind_a_message_goes_when_that_is_sent(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada", FIRST)
    await desk.queues("offer", "ada", SECOND)
    dispatcher = desk.another(poll=NEVER)
    dispatcher.start()
    await desk.until_posts(2)
    await dispatcher.stop()
    assert await desk.states() == {"sent": 2}


async def test_what_is_queued_while_a_message_is_sent_goes_after_it(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada", FIRST)
    teams.hang_next(times=1)
    dispatcher = desk.another(poll=NEVER)
    dispatcher.start()
    await desk.until_hanging(1)
    await desk.queues("offer", "ada", SECOND)
    dispatcher.wake()
    teams.release()
    await desk.until_posts(2)
    await dispatcher.stop()
    assert await desk.states() == {"sent": 2}


async def test_a_card_that_changed_while_it_was_sent_is_updated_at_once(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada", FIRST)
    teams.hang_next(times=1)
    dispatcher = desk.another(poll=NEVER)
    dispatcher.start()
    await desk.until_hanging(1)
    await desk.refreshes(FIRST)
    teams.release()
    while not teams.updates:
        teams.connector.arrived.clear()
        await asyncio.wait_for(teams.connector.arrived.wait(), 5)
    await dispatcher.stop()
    assert await desk.states() == {"sent": 2}


async def test_where_nothing_is_left_nothing_is_looked_for(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    dispatcher = desk.another(poll=NEVER)
    dispatcher.start()
    while not await dispatcher.well():
        await desk.states()
    await desk.queues("offer", "ada")
    with counted(desk.units) as count:
        dispatcher.wake()
        while await desk.states() != {"sent": 1}:
            continue
        await _idle(desk)
    await dispatcher.stop()
    assert count.commits == 2  # one takes the message, one acknowledges it


async def _idle(desk: Desk) -> None:
    """Whatever was about to begin has begun."""
    for _ in range(20):
        await desk.states()
