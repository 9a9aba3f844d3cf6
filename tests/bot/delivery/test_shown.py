"""What a press was answered with is not drawn a second time for the chat, unless it moved on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.dispatcher import Dispatcher, Drained
from bot.delivery.shown import FRESH, MOST, Shown
from domain.delivery.message import Delivery, Lane, Message
from domain.refs import Ref
from tests.bot.delivery.desk import NOW, Desk, card
from tests.fake_teams import FakeTeams

ANSWER = card("as the press was answered")


@pytest.fixture
async def sent(desk: Desk) -> Delivery:
    """A card that stands in Ada's chat."""
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    await desk.drain()
    desk.painted.clear()
    found = await desk.newest("ada", "offer")
    assert found
    return found


@pytest.fixture
def shown(desk: Desk) -> Shown:
    """What the desk's dispatcher asks before it draws."""
    found = Shown()
    desk.dispatcher = Dispatcher(replace(desk.means(), shown=found))
    return found


async def test_the_answer_is_what_the_card_in_the_chat_becomes(
    desk: Desk, sent: Delivery, shown: Shown, teams: FakeTeams
) -> None:
    shown.keep(sent.id, desk.now, ANSWER)
    await desk.refreshes(shown=sent.id)
    assert await desk.drain() == Drained(sent=1)
    assert [update.card for update in teams.updates] == [ANSWER]
    assert desk.painted == []


async def test_what_somebody_else_changed_since_is_drawn(
    desk: Desk, sent: Delivery, shown: Shown, teams: FakeTeams
) -> None:
    shown.keep(sent.id, desk.now, ANSWER)
    await desk.refreshes(shown=sent.id)
    desk.now += timedelta(milliseconds=1)
    await desk.refreshes()
    await desk.drain()
    assert [update.card for update in teams.updates] == [card("offer audit-1")]


async def test_an_update_that_is_tried_again_is_drawn(
    desk: Desk, sent: Delivery, shown: Shown, teams: FakeTeams
) -> None:
    shown.keep(sent.id, desk.now, ANSWER)
    await desk.refreshes(shown=sent.id)
    teams.fail_next(status=503)
    assert await desk.drain() == Drained(waiting=1)
    assert await desk.drain(later=60) == Drained(sent=1)
    assert [update.card for update in teams.updates] == [card("offer audit-1")]


async def test_on_another_replica_it_is_drawn(desk: Desk, sent: Delivery, teams: FakeTeams) -> None:
    Shown().keep(sent.id, desk.now, ANSWER)
    await desk.refreshes(shown=sent.id)
    await desk.drain()
    assert [update.card for update in teams.updates] == [card("offer audit-1")]


def test_an_answer_of_a_while_ago_is_not_taken() -> None:
    shown = Shown()
    shown.keep(1, NOW, ANSWER)
    assert shown.take(_update(1), NOW + FRESH + timedelta(seconds=1)) is None


def test_a_new_card_is_no_answer() -> None:
    shown = Shown()
    shown.keep(1, NOW, ANSWER)
    assert shown.take(replace(_update(1), delivery_id=None), NOW) is None


def test_only_the_newest_answers_are_kept() -> None:
    shown = Shown()
    for number in range(MOST + 1):
        shown.keep(number, NOW, ANSWER)
    assert shown.take(_update(0), NOW) is None
    assert shown.take(_update(1), NOW)


def _update(delivery: int) -> Message:
    return Message(
        id=1,
        lane=Lane.ORDINARY,
        kind="offer",
        subject=Ref("audit", "1"),
        recipient="ada",
        attempts=1,
        lease_token="token",
        delivery_id=delivery,
        shown_at=NOW,
    )
