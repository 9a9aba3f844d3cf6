"""What becomes of an alert, an allocation, a digest and an update when Teams has a bad moment.

The table of reliability.md, part 3: what Teams surely did not take goes again, whatever it is;
where nobody can tell, each class errs on its own side.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from domain.delivery.message import Doubt, Lane, MessageState
from scheduler.ticks.settle_unknown import WAIT_FOR_A_PRESS
from storage.tables import outbox
from tests.bot.delivery.desk import Desk
from tests.fake_teams import FakeTeams, Post
from tests.faults.fan_out import rows_of

CLASSES: dict[str, dict[str, Any]] = {
    "alert": {"lane": Lane.URGENT, "doubt": Doubt.SEND_AGAIN},
    "allocation": {"lane": Lane.ORDINARY, "doubt": Doubt.SEND_ONCE_MORE},
    "digest": {"lane": Lane.BULK, "doubt": Doubt.LET_BE},
}
SENT, UNKNOWN = MessageState.SENT, MessageState.UNKNOWN
TIME_LIMIT = 1.0  # real seconds that a hung request is waited for
HOURS = 2


@dataclass(frozen=True)
class Expected:
    """How often Teams took the message in the end, and the state that its row came to."""

    taken: int
    state: MessageState = SENT


Table = dict[str, Expected]
NOT_TAKEN: Table = dict.fromkeys([*CLASSES, "update"], Expected(1))
IN_DOUBT_AND_NOT_TAKEN: Table = {**NOT_TAKEN, "digest": Expected(0, UNKNOWN)}
IN_DOUBT_AND_TAKEN: Table = {
    **dict.fromkeys(["alert", "allocation", "update"], Expected(2)),
    "digest": Expected(1, UNKNOWN),
}

Make = Callable[..., object]

MOMENTS: dict[str, tuple[dict[str, Any], Table]] = {
    "throttled": ({"status": 429}, NOT_TAKEN),
    "throttled until told": ({"status": 429, "retry_after": "40"}, NOT_TAKEN),
    "a conflict": ({"status": 412}, NOT_TAKEN),
    "out of service": ({"status": 503}, NOT_TAKEN),
    "an error inside": ({"status": 500}, IN_DOUBT_AND_NOT_TAKEN),
    "a bad gateway": ({"status": 502}, IN_DOUBT_AND_NOT_TAKEN),
    "a gateway that waited": ({"status": 504}, IN_DOUBT_AND_NOT_TAKEN),
    "no answer, and not taken": ({"hang": True, "status": 500}, IN_DOUBT_AND_NOT_TAKEN),
    "no answer, and taken late": ({"hang": True}, IN_DOUBT_AND_TAKEN),
    "taken, and the answer lost": ({"lost": True}, IN_DOUBT_AND_TAKEN),
}


async def queued(desk: Desk) -> None:
    """One message of each class, each to a person of its own; the update has its card."""
    desk.dispatcher = desk.another(time_limit=TIME_LIMIT)
    await desk.knows(*CLASSES, "update")
    await desk.queues("offer", "update")
    await desk.drain()
    await desk.refreshes()
    for name, how in CLASSES.items():
        await desk.queues(name, name, **how)


async def hours_go_by(desk: Desk) -> None:
    """Nobody presses anything; the tick for unknown messages runs as it does in service."""
    for _ in range(HOURS * 60):
        await desk.drain(later=60)
        async with desk.units() as uow:
            await uow.outbox.settle(now=desk.now, older_than=WAIT_FOR_A_PRESS)
            await uow.commit()
    await desk.drain()


def taken(teams: FakeTeams, name: str) -> list[Post]:
    """What Teams took of a class."""
    if name == "update":
        return teams.updates
    return teams.posts_to(name)


@pytest.mark.parametrize("moment", MOMENTS)
async def test_each_class_errs_on_its_own_side(moment: str, desk: Desk, teams: FakeTeams) -> None:
    fault, expected = MOMENTS[moment]
    await queued(desk)
    for name in expected:
        teams.fail_next(conversation_id=teams.activities.chat_of(name), **fault)
    await desk.drain()
    teams.release()
    await hours_go_by(desk)

    found = {name: len(taken(teams, name)) for name in expected}
    assert found == {name: wanted.taken for name, wanted in expected.items()}
    newest = {row["recipient"]: row["state"] for row in await rows_of(desk.units, outbox)}
    assert newest == {name: wanted.state for name, wanted in expected.items()}


async def test_what_goes_again_says_that_it_does_unless_teams_surely_did_not_take_it(
    desk: Desk, teams: FakeTeams
) -> None:
    await queued(desk)
    for name in CLASSES:
        teams.lose_reply_to_next(conversation_id=teams.activities.chat_of(name))
    await hours_go_by(desk)
    words = {name: [str(post.card) for post in taken(teams, name)] for name in CLASSES}
    assert ["again" in card for card in words["alert"]] == [False, True]
    assert ["again" in card for card in words["allocation"]] == [False, True]
    assert ["again" in card for card in words["digest"]] == [False]


async def test_nothing_goes_before_the_moment_that_teams_named(
    desk: Desk, teams: FakeTeams
) -> None:
    await queued(desk)
    teams.fail_next(429, retry_after="40", times=4)
    await desk.drain()
    refused = len(teams.connector.refused)
    await desk.drain(later=39)
    assert (refused, len(teams.connector.refused), len(teams.connector.taken)) == (4, 4, 1)
    await desk.drain(later=2)
    assert len(teams.connector.taken) == 5
