"""What becomes of each message, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.delivery.dispatcher import Drained
from bot.delivery.ledger import Ledger
from bot.delivery.means import Pace
from domain.delivery.message import Doubt, Lane, MessageState
from domain.refs import Ref
from tests.bot.delivery.desk import Desk, card
from tests.fake_teams import FakeTeams


async def test_a_card_reaches_its_person_and_becomes_a_delivery(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    assert await desk.drain() == Drained(sent=1)
    (post,) = teams.posts_to("ada")
    assert (post.card, post.activity["summary"]) == (card("offer audit-1"), "About offer")
    delivery = await desk.newest("ada", "offer")
    assert delivery is not None
    assert (delivery.conversation_id, delivery.activity_id) == ("a:chat-ada", post.activity_id)


async def test_what_was_sent_is_not_sent_again(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    await desk.drain()
    assert await desk.drain(later=3600) == Drained()
    assert len(teams.posts) == 1


async def test_a_later_change_updates_the_sent_card_in_place(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    await desk.drain()
    await desk.refreshes()
    assert await desk.drain() == Drained(sent=1)
    (update,) = teams.updates
    assert update.activity_id == teams.posts[0].activity_id
    assert "summary" not in update.activity


async def test_nothing_to_show_is_moot(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    desk.moot.add("offer")
    await desk.queues("offer", "ada")
    assert await desk.drain() == Drained(dead=1)
    assert teams.connector.taken == []


async def test_nobody_at_that_address_is_unreachable_until_they_come(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.queues("offer", "ada")
    assert await desk.drain() == Drained(dead=1)
    await desk.knows("ada")
    async with desk.units() as uow:
        revived = await uow.outbox.revive("ada", since=desk.now - timedelta(days=1), now=desk.now)
        await uow.commit()
    assert revived == 1
    assert await desk.drain() == Drained(sent=1)


async def test_who_comes_while_a_message_is_given_up_gets_it(desk: Desk) -> None:
    await desk.queues("offer", "ada")
    async with desk.units() as uow:
        (row,) = await uow.outbox.claim(now=desk.now, lease=Pace().lease, limit=1)
        await uow.commit()
    await desk.knows("ada")
    state = await Ledger(desk.means(), Pace()).unreachable(row, desk.now)
    assert state is MessageState.WAITING
    assert await desk.drain() == Drained(sent=1)


@pytest.mark.parametrize("status", [412, 429, 503])
async def test_a_message_that_teams_puts_off_goes_later(
    status: int, desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(status)
    assert await desk.drain() == Drained(waiting=1)
    assert await desk.drain(later=1) == Drained()
    assert await desk.drain(later=1.5) == Drained(sent=1)


async def test_retry_after_is_kept_to_for_the_whole_chat(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada", "mo")
    await desk.queues("offer", "ada")
    teams.fail_next(429, retry_after="40")
    await desk.drain()
    await desk.queues("alert", "ada", lane=Lane.URGENT)
    await desk.queues("offer", "mo")
    assert await desk.drain(later=30) == Drained(waiting=1, sent=1)
    assert teams.posts_to("ada") == []
    assert await desk.drain(later=11) == Drained(sent=1, waiting=1)  # by and by
    assert await desk.drain(later=1) == Drained(sent=1)


async def test_the_wait_grows_and_the_eighth_refusal_is_the_last(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(503, times=99)
    waits = [2, 8, 32, 128, 512, 900, 900]
    assert await desk.drain() == Drained(waiting=1)
    for seconds in waits[:-1]:
        assert await desk.drain(later=seconds - 1) == Drained()
        assert await desk.drain(later=1) == Drained(waiting=1)
    assert await desk.drain(later=waits[-1]) == Drained(dead=1)
    assert len(teams.connector.refused) == 8


async def test_without_a_token_a_message_waits_for_as_long_as_it_takes(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.identity.token_status = 503
    for _ in range(12):
        assert await desk.drain(later=900) == Drained(waiting=1)
    teams.identity.token_status = 200
    assert await desk.drain(later=900) == Drained(sent=1)


async def test_who_blocked_the_bot_is_unreachable(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(403, code="ConversationBlockedByUser")
    assert await desk.drain() == Drained(dead=1)
    address = await desk.reached("ada")
    assert address is not None
    assert address.blocked == "blocked"
    await desk.queues("nudge", "ada")
    assert await desk.drain() == Drained(dead=1)
    assert len(teams.connector.refused) == 1


async def test_what_a_blocked_person_missed_goes_out_when_they_come_back(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(403)
    await desk.drain()
    async with desk.units() as uow:
        await uow.addresses.remember(desk.address("ada"), desk.now)
        await uow.outbox.revive("ada", since=desk.now - timedelta(days=1), now=desk.now)
        await uow.commit()
    assert await desk.drain() == Drained(sent=1)


async def test_a_chat_that_is_not_there_is_opened_once_and_remembered(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    async with desk.units() as uow:
        old = desk.address("ada")
        moved = type(old)(**{**_fields(old), "conversation_id": "a:gone"})
        await uow.addresses.remember(moved, desk.now)
        await uow.commit()
    await desk.queues("offer", "ada")
    teams.fail_next(404, conversation_id="a:gone")
    assert await desk.drain() == Drained(sent=1)
    assert len(teams.created) == 1
    assert len(teams.cards_to("ada")) == 1
    address = await desk.reached("ada")
    assert address is not None
    assert address.conversation_id == "a:chat-ada"


async def test_a_chat_that_cannot_be_opened_makes_the_person_unreachable(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(404, method="POST")
    teams.fail_next(403, method="CREATE")
    assert await desk.drain() == Drained(dead=1)
    address = await desk.reached("ada")
    assert address is not None
    assert address.blocked == "not_found"


async def test_a_chat_that_cannot_be_opened_just_now_is_tried_later(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(404, method="POST", times=2)
    teams.fail_next(503, method="CREATE")
    assert await desk.drain() == Drained(waiting=1)
    assert await desk.drain(later=5) == Drained(sent=1)


async def test_a_card_that_was_taken_away_does_not_make_its_person_unreachable(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    await desk.drain()
    await desk.refreshes()
    teams.fail_next(404, method="PUT")
    assert await desk.drain() == Drained(dead=1)
    await desk.queues("nudge", "ada")
    assert await desk.drain() == Drained(sent=1)


async def test_a_card_that_teams_refuses_is_given_up_at_once(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    teams.fail_next(413)
    assert await desk.drain() == Drained(dead=1)


async def test_in_doubt_an_allocation_waits_for_a_press_and_goes_once_more(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada", doubt=Doubt.SEND_ONCE_MORE)
    teams.lose_reply_to_next()
    assert await desk.drain() == Drained(unknown=1)
    assert await desk.drain(later=600) == Drained()
    async with desk.units() as uow:
        again = await uow.outbox.settle(now=desk.now, older_than=timedelta(minutes=5))
        await uow.commit()
    assert again == 1
    teams.lose_reply_to_next()
    assert await desk.drain() == Drained(unknown=1)
    assert teams.cards_to("ada") == [card("offer audit-1"), card("offer audit-1 again")]
    async with desk.units() as uow:
        assert (
            await uow.outbox.settle(now=desk.now + timedelta(days=1), older_than=timedelta()) == 0
        )


async def test_in_doubt_a_digest_is_let_be(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("digest", "ada", doubt=Doubt.LET_BE)
    teams.fail_next(504)
    assert await desk.drain() == Drained(unknown=1)
    assert await desk.drain(later=9999) == Drained()
    assert teams.posts == []


async def test_in_doubt_an_alert_goes_again_and_says_that_it_is_a_repeat(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("alert", "ada", lane=Lane.URGENT, doubt=Doubt.SEND_AGAIN)
    teams.lose_reply_to_next()
    assert await desk.drain() == Drained(waiting=1)
    assert await desk.drain(later=1) == Drained()
    assert await desk.drain(later=1) == Drained(sent=1)
    assert teams.cards_to("ada") == [card("alert audit-1"), card("alert audit-1 again")]


async def test_an_alert_in_doubt_is_not_repeated_for_ever(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    await desk.queues("alert", "ada", lane=Lane.URGENT, doubt=Doubt.SEND_AGAIN)
    teams.fail_next(504, times=99)
    for _ in range(7):
        assert await desk.drain(later=900) == Drained(waiting=1)
    assert await desk.drain(later=900) == Drained(dead=1)


async def test_a_card_that_cannot_be_drawn_holds_up_nobody_and_shows_no_words(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada", "mo")
    desk.broken.add("offer")
    await desk.queues("offer", "ada")
    await desk.queues("nudge", "mo")
    with capture_logs() as logs:
        assert await desk.drain() == Drained(waiting=1, sent=1)
    assert "canary" not in str(logs)


async def test_messages_to_one_person_keep_their_order(desk: Desk, teams: FakeTeams) -> None:
    await desk.knows("ada")
    for number in range(6):
        await desk.queues("nudge", "ada", Ref("seat", str(number)))
    assert await desk.drain() == Drained(sent=6)
    assert teams.cards_to("ada") == [card(f"nudge seat-{number}") for number in range(6)]


async def test_a_person_gets_at_most_ten_messages_a_minute_but_every_alert(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada", "mo")
    for number in range(12):
        desk.seconds.now += 2  # slow enough for Teams
        await desk.queues("nudge", "ada", Ref("seat", str(number)))
        await desk.drain()
    assert len(teams.posts_to("ada")) == 10
    await desk.queues("alert", "ada", lane=Lane.URGENT)
    await desk.queues("nudge", "mo")
    assert await desk.drain() == Drained(sent=2)
    assert (await desk.drain(later=61)).sent == 2


async def test_what_became_of_messages_is_counted(desk: Desk) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    await desk.queues("offer", "zed")
    await desk.drain()
    page = desk.metrics.exposition().decode()
    assert 'practice_loop_messages_total{kind="offer",state="sent"} 1.0' in page
    assert 'practice_loop_messages_total{kind="offer",state="dead"} 1.0' in page
    assert 'practice_loop_outbox_rows{state="sent"} 1.0' in page


def _fields(address: object) -> dict[str, str]:
    return {name: getattr(address, name) for name in address.__slots__}  # type: ignore[attr-defined]  # a dataclass with slots
