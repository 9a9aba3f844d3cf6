"""What became of messages is durable before anything else happens, and costs few commits."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.delivery.writing import Writing
from domain.delivery.message import Message, Receipt
from domain.refs import Ref
from tests.bot.delivery.counting import counted
from tests.bot.delivery.desk import NOW, Desk
from tests.fake_teams import FakeTeams
from usecases.ports import UnitOfWork

PEOPLE = [f"person-{number}" for number in range(10)]
LEASE = timedelta(seconds=30)


async def _claimed(desk: Desk, people: Sequence[str] = PEOPLE) -> list[Message]:
    for person in people:
        await desk.queues("offer", person)
    async with desk.units() as uow:
        messages = await uow.outbox.claim(now=NOW, lease=LEASE, limit=50)
        await uow.commit()
    return list(messages)


def _receipt(message: Message) -> Receipt:
    where = f"a:chat-{message.recipient}"
    return Receipt(message=message, conversation_id=where, activity_id="sent-1", at=NOW)


async def _dead(uow: UnitOfWork, message: Message) -> bool:
    return await uow.outbox.dead(message, now=NOW, error="refused")


async def test_those_that_end_together_share_one_commit(desk: Desk) -> None:
    messages = await _claimed(desk)
    writing = Writing(desk.units)
    with counted(desk.units) as count:
        held = await asyncio.gather(*(writing.write(each, _receipt(each)) for each in messages))
    assert held == [True] * 10
    assert count.commits == 1
    assert await desk.states() == {"sent": 10}
    assert await desk.newest("person-3", "offer")


async def test_different_outcomes_share_it_too(desk: Desk) -> None:
    first, second, *others = await _claimed(desk)
    writing = Writing(desk.units)
    with counted(desk.units) as count:
        await asyncio.gather(
            writing.write(first, lambda uow: _dead(uow, first)),
            writing.write(second, lambda uow: uow.outbox.again(second, at=NOW, error="503")),
            *(writing.write(each, _receipt(each)) for each in others),
        )
    assert count.commits == 1
    assert await desk.states() == {"dead": 1, "waiting": 1, "sent": 8}


async def test_one_that_cannot_be_written_takes_nobody_along(desk: Desk) -> None:
    broken, *others = await _claimed(desk)

    async def fails(uow: UnitOfWork) -> bool:
        await _dead(uow, broken)
        raise LookupError

    writing = Writing(desk.units)
    with capture_logs() as logs:
        error, *held = await asyncio.gather(
            writing.write(broken, fails),
            *(writing.write(each, _receipt(each)) for each in others),
            return_exceptions=True,
        )
    assert isinstance(error, LookupError)
    assert held == [True] * 9
    assert await desk.states() == {"sending": 1, "sent": 9}
    assert logs[0]["event"] == "written_one_by_one"


async def test_each_is_told_of_its_own_lease(desk: Desk) -> None:
    messages = await _claimed(desk)
    async with desk.units() as uow:
        await uow.outbox.claim(now=NOW + LEASE, lease=LEASE, limit=1)
        late = await uow.outbox.sent(messages[0], conversation_id="c", activity_id="a", now=NOW)
        await uow.commit()
    assert not late
    writing = Writing(desk.units)
    held = await asyncio.gather(*(writing.write(each, _receipt(each)) for each in messages))
    assert held == [False] * 10
    assert await desk.states() == {"unknown": 10}


async def test_it_is_written_as_soon_as_the_database_is_back(desk: Desk) -> None:
    (message,) = await _claimed(desk, ["ada"])
    away = iter([True, True, False])

    async def write(uow: UnitOfWork) -> bool:
        if next(away):
            raise ConnectionError
        return await _dead(uow, message)

    assert await Writing(desk.units, (0.0, 0.0)).write(message, write)
    assert await desk.states() == {"dead": 1}


async def test_it_is_not_tried_for_ever(desk: Desk) -> None:
    (message,) = await _claimed(desk, ["ada"])
    tries = []

    async def write(_: UnitOfWork) -> bool:
        tries.append(message)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await Writing(desk.units, (0.0, 0.0)).write(message, write)
    assert len(tries) == 3


async def test_a_slot_is_not_free_before_what_was_sent_is_durable(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada", "mo")
    for person in ("ada", "mo"):
        await desk.queues("offer", person)
    fault = teams.hang_next()
    desk.dispatcher = desk.another(concurrency=2, kept_for_urgent=1, poll=0.001)
    desk.dispatcher.start()
    await desk.until_hanging(1)
    async with desk.units() as uow:  # nobody can write the row down while this one has it
        first = await uow.connection.exec_driver_sql(
            "UPDATE outbox SET changed_at = changed_at WHERE state = 'sending' RETURNING recipient"
        )
        sent_to = first.scalar_one()
        assert not fault.times
        teams.release()
        await desk.until_posts(1)
        await asyncio.wait([asyncio.create_task(desk.until_posts(2))], timeout=0.1)
        assert [len(teams.posts_to(person)) for person in ("ada", "mo")].count(1) == 1
        assert len(teams.posts_to(sent_to)) == 1
        await uow.commit()
    await desk.until_posts(2)
    await desk.dispatcher.stop()
    assert await desk.states() == {"sent": 2}


async def test_a_fan_out_costs_fewer_commits_than_two_a_message(
    desk: Desk, teams: FakeTeams
) -> None:
    people = [f"person-{number}" for number in range(20)]
    await desk.knows(*people)
    for person in people:
        await desk.queues("offer", person, Ref("seat", person))
    with counted(desk.units) as count:
        assert (await desk.drain()).sent == 20
    assert len(teams.posts) == 20
    assert count.commits < 30  # at worst each is written alone: 20, and the claims
