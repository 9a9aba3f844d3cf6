"""The dispatcher at work in the background."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.delivery.limits import Limits
from bot.delivery.means import Pace
from domain.delivery.message import Lane
from domain.refs import Ref
from tests.bot.delivery.desk import Desk, card
from tests.fake_teams import FakeTeams

PEOPLE = [f"person-{number}" for number in range(12)]
SLOTS = {"concurrency": 8, "kept_for_urgent": 2}


async def test_it_sends_as_soon_as_it_is_woken(desk: Desk, teams: FakeTeams) -> None:
    dispatcher = desk.another(poll=3600)
    await desk.knows("ada")
    dispatcher.start()
    await desk.queues("offer", "ada")
    dispatcher.wake()
    await desk.until_posts(1)
    await dispatcher.stop()
    assert await desk.states() == {"sent": 1}


async def test_it_looks_by_itself_where_nobody_wakes_it(desk: Desk, teams: FakeTeams) -> None:
    dispatcher = desk.another(poll=0.001)
    dispatcher.start()
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    await desk.until_posts(1)
    await dispatcher.stop()


async def test_an_urgent_message_overtakes_a_fan_out_that_hangs(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows(*PEOPLE, "mo")
    for person in PEOPLE:
        await desk.queues("digest", person, lane=Lane.BULK)
    fault = teams.hang_next(times=99)
    dispatcher = desk.another(poll=3600, **SLOTS)
    dispatcher.start()
    await desk.until_hanging(6)
    fault.conversation_id = "nobody else hangs"
    await desk.queues("alert", "mo", lane=Lane.URGENT)
    dispatcher.wake()
    await desk.until_posts(1)
    assert teams.cards_to("mo") == [card("alert audit-1")]
    assert teams.connector.hanging == 6
    teams.release()
    await desk.until_posts(13)
    await dispatcher.stop()


async def test_no_more_than_eight_are_sent_at_once(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows(*PEOPLE)
    for person in PEOPLE:
        await desk.queues("alert", person, lane=Lane.URGENT)
    teams.hang_next(times=99)
    dispatcher = desk.another(poll=0.001, **SLOTS)
    dispatcher.start()
    await desk.until_hanging(8)
    teams.release()
    await desk.until_posts(12)
    await dispatcher.stop()
    assert teams.connector.most_at_once == 8


async def test_an_ordinary_row_that_has_no_slot_is_left_to_other_replicas(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows(*PEOPLE, "mo")
    for person in PEOPLE:
        await desk.queues("digest", person, lane=Lane.BULK)
    fault = teams.hang_next(times=99)
    dispatcher = desk.another(poll=0.001, **SLOTS)
    dispatcher.start()
    await desk.until_hanging(6)
    fault.conversation_id = "nobody else hangs"
    await desk.queues("alert", "mo", lane=Lane.URGENT)
    await desk.until_posts(1)  # it looked, and took that one alone
    assert (await desk.states())["waiting"] == 6
    desk.limits = Limits(clock=desk.seconds, rate=100)
    assert (await desk.another().drain(desk.now)).sent == 6
    teams.release()
    await dispatcher.stop()
    assert await desk.states() == {"sent": 13}


async def test_two_alerts_to_one_chat_go_one_after_the_other(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada", "mo")
    for number in "12":
        await desk.queues("alert", "ada", Ref("response", number), lane=Lane.URGENT)
    await desk.queues("alert", "mo", lane=Lane.URGENT)
    teams.hang_next(conversation_id="a:chat-ada", times=2)
    desk.dispatcher.start()
    await desk.until_posts(1)
    await desk.until_hanging(1)
    assert (len(teams.posts_to("mo")), teams.connector.hanging) == (1, 1)
    teams.release()
    await desk.until_posts(3)
    await desk.dispatcher.stop()
    assert teams.cards_to("ada") == [card("alert response-1"), card("alert response-2")]


async def test_a_row_that_waited_too_long_in_hand_is_put_back_before_its_lease_ends(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    for number in "12":
        await desk.queues("alert", "ada", Ref("response", number), lane=Lane.URGENT)
    teams.hang_next()
    desk.dispatcher.start()
    await desk.until_hanging(1)
    desk.now += timedelta(seconds=11)
    teams.release()
    await desk.until_posts(2)
    await desk.dispatcher.stop()
    put_back = 'practice_loop_messages_total{kind="alert",state="waiting"} 1.0'
    assert put_back in desk.metrics.exposition().decode()
    assert await desk.states() == {"sent": 2}


async def test_a_throttled_chat_holds_up_nobody_else(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada", "mo")
    desk.limits.pause("a:chat-ada", 600)
    await desk.queues("nudge", "ada")
    await desk.queues("nudge", "mo")
    desk.dispatcher.start()
    await desk.until_posts(1)
    await desk.dispatcher.stop()
    assert teams.posts_to("ada") == []
    assert len(teams.posts_to("mo")) == 1


async def test_stopping_finishes_what_is_being_sent(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.hang_next()
    desk.dispatcher.start()
    await desk.until_hanging(1)
    stopping = asyncio.create_task(desk.dispatcher.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    teams.release()
    await stopping
    assert await desk.states() == {"sent": 1}


async def test_stopping_does_not_wait_for_ever_and_the_lease_keeps_the_row(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.hang_next()
    dispatcher = desk.another(stop_within=0.01)
    dispatcher.start()
    await desk.until_hanging(1)
    await dispatcher.stop()
    assert await desk.states() == {"sending": 1}
    assert (await desk.drain(later=31)).sent == 0
    assert await desk.states() == {"unknown": 1}


async def test_stopping_puts_back_what_still_waits_for_a_slot(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows(*PEOPLE)
    for person in PEOPLE:
        await desk.queues("alert", person, lane=Lane.URGENT)
    teams.hang_next(times=99)
    dispatcher = desk.another(poll=0.001, **SLOTS)
    dispatcher.start()
    await desk.until_hanging(8)
    while (await desk.states()).get("waiting", 0):
        dispatcher.wake()
    stopping = asyncio.create_task(dispatcher.stop())
    await asyncio.sleep(0)
    teams.release()
    await stopping
    assert await desk.states() == {"sent": 8, "waiting": 4}


async def test_two_replicas_send_each_message_once(desk: Desk, teams: FakeTeams) -> None:
    desk.limits = Limits(clock=desk.seconds, rate=100)
    await desk.knows(*PEOPLE)
    for person in PEOPLE:
        await desk.queues("offer", person)
    first, second = desk.another(poll=0.001), desk.another(poll=0.001)
    first.start()
    second.start()
    await desk.until_posts(12)
    await asyncio.gather(first.stop(), second.stop())
    assert [len(teams.posts_to(person)) for person in PEOPLE] == [1] * 12
    assert await desk.states() == {"sent": 12}


async def test_an_acknowledgement_after_the_lease_changes_nothing(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.hang_next()
    slow = desk.another()
    slow.start()
    await desk.until_hanging(1)
    await desk.drain(later=31)
    assert await desk.states() == {"unknown": 1}
    teams.release()
    await desk.until_posts(1)
    await slow.stop()
    assert await desk.states() == {"unknown": 1}
    assert 'state="lease_lost"} 1.0' in desk.metrics.exposition().decode()


async def test_it_is_well_while_it_looks(desk: Desk) -> None:
    assert not await desk.dispatcher.well()
    dispatcher = desk.another(poll=0.001)
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    dispatcher.start()
    await desk.until_posts(1)
    assert await dispatcher.well()
    await dispatcher.stop()
    assert not await dispatcher.well()


async def test_it_survives_a_database_that_is_away(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    async with desk.units() as uow:
        await uow.connection.exec_driver_sql("ALTER TABLE outbox RENAME TO elsewhere")
        await uow.commit()
    dispatcher = desk.another(poll=0.001)
    with capture_logs() as logs:
        dispatcher.start()
        while not logs:  # noqa: ASYNC110 - a log has no event to wait for
            await asyncio.sleep(0)
    assert logs[0]["event"] == "outbox_not_read"
    async with desk.units() as uow:
        await uow.connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO outbox")
        await uow.commit()
    await desk.queues("offer", "ada", Ref("seat", "1"))
    await desk.until_posts(1)
    await dispatcher.stop()


def test_a_lease_shorter_than_three_sends_is_refused() -> None:
    with pytest.raises(ValueError, match="three times"):
        Pace(lease=timedelta(seconds=29)).check(10.0)
    Pace(lease=timedelta(seconds=30)).check(10.0)


def test_slots_for_urgent_messages_are_some_but_not_all() -> None:
    for kept in (0, 8):
        with pytest.raises(ValueError, match="Some slots"):
            Pace(concurrency=8, kept_for_urgent=kept).check(1.0)
