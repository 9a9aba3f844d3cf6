"""Too fast: what has to wait costs nothing, and we come back gently."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery.dispatcher import Drained
from bot.delivery.limits import Limits
from domain.delivery.message import Lane
from domain.refs import Ref
from tests.bot.delivery.desk import Desk, card
from tests.fake_teams import FakeTeams

CHAT = "a:chat-ada"
PEOPLE = [f"person-{number}" for number in range(12)]


async def test_what_has_to_wait_is_not_drawn_and_costs_no_attempt(desk: Desk) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    for _ in range(9):
        desk.limits.pause(CHAT, 120)
        assert await desk.drain(later=60) == Drained(waiting=1)
        assert await desk.drain(later=59) == Drained()
        desk.seconds.now += 1
        desk.now += timedelta(seconds=1)
    assert desk.painted == []
    assert await desk.attempts() == [0]
    assert await desk.drain(later=60) == Drained(sent=1)


async def test_too_many_is_not_the_messages_fault(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(429, times=20)
    for _ in range(20):
        assert await desk.drain(later=3600) == Drained(waiting=1)
    assert await desk.attempts() == [0]
    assert await desk.drain(later=3600) == Drained(sent=1)


async def test_without_retry_after_the_second_wait_is_longer(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("alert", "ada", lane=Lane.URGENT)
    teams.fail_next(429, times=2)
    assert await desk.drain() == Drained(waiting=1)
    assert await desk.drain(later=2) == Drained()
    assert await desk.drain(later=0.5) == Drained(waiting=1)
    assert await desk.drain(later=3.5) == Drained()
    assert await desk.drain(later=1) == Drained(sent=1)


async def test_retry_after_is_kept_to_to_the_second(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("alert", "ada", lane=Lane.URGENT)
    teams.fail_next(429, retry_after="7")
    assert await desk.drain() == Drained(waiting=1)
    assert await desk.drain(later=7) == Drained()
    assert await desk.drain(later=0.5) == Drained(sent=1)


async def test_one_chats_too_many_holds_up_no_alert_elsewhere(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada", "mo")
    await desk.queues("offer", "ada")
    teams.fail_next(429, retry_after="600")
    await desk.drain()
    await desk.queues("alert", "mo", lane=Lane.URGENT)
    assert await desk.drain(later=1) == Drained(sent=1)
    assert teams.cards_to("mo") == [card("alert audit-1")]


@pytest.mark.parametrize("status", [401, 503])
async def test_what_is_not_the_messages_fault_leaves_it_half_of_its_tries(
    status: int, desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(status, times=200)
    for _ in range(20):
        await desk.drain(later=3600)
    (attempts,) = await desk.attempts()
    assert attempts == (4 if status == 401 else 8)


async def test_what_the_budget_does_not_reach_for_stays_in_the_outbox(
    desk: Desk, teams: FakeTeams
) -> None:
    desk.limits = Limits(clock=desk.seconds, rate=5)
    await desk.knows(*PEOPLE, "mo")
    await desk.queues("offer", PEOPLE[0])
    dispatcher = desk.another(poll=0.001)
    dispatcher.start()
    await desk.until_posts(1)
    for person in PEOPLE[1:]:
        await desk.queues("offer", person)
    await desk.until_posts(4)
    await desk.queues("alert", "mo", lane=Lane.URGENT)
    await desk.until_posts(5)
    await dispatcher.stop()
    assert len(teams.posts_to("mo")) == 1
    assert await desk.states() == {"sent": 5, "waiting": 9 - 1}
    assert await desk.attempts() == [1] * 4 + [0] * 8 + [1]


async def test_replicas_share_the_budget_and_give_it_back(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows(*PEOPLE)
    budgets, replicas = [], []
    for person in ("person-0", "person-1"):
        desk.limits = Limits(clock=desk.seconds, rate=20)
        budgets.append(desk.limits)
        replicas.append(desk.another(poll=0.001, count_every=0.0))
        replicas[-1].start()
        await desk.queues("offer", person)
        await desk.until_posts(len(replicas))
    while any(budget.replicas != 2 for budget in budgets):
        replicas[0].wake()
        await desk.queues("offer", "person-2", Ref("seat", "1"))
    await replicas[1].stop()
    while budgets[0].replicas != 1:
        await desk.queues("offer", "person-3", Ref("seat", "1"))
    await replicas[0].stop()
