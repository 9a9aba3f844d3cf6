from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from domain.delivery.message import Delivery, Doubt, Message
from domain.refs import Ref
from storage.repositories.outbox import SqlOutbox
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, SEAT
from tests.storage.test_outbox_queue import LEASE, claim, deliver

Ack = Callable[[SqlOutbox, Message], Awaitable[bool]]

ACKS: dict[str, Ack] = {
    "sent": lambda box, m: box.sent(m, conversation_id="c", activity_id="late", now=NOW),
    "again": lambda box, m: box.again(m, at=NOW, error="throttled"),
    "unknown": lambda box, m: box.unknown(m, now=NOW, error="timeout"),
    "dead": lambda box, m: box.dead(m, now=NOW, error="refused"),
}


async def _states(uow: SqlUnitOfWork) -> dict[str, int]:
    return (await uow.outbox.counts(now=NOW)).by_state


async def _unknown(uow: SqlUnitOfWork, doubt: Doubt = Doubt.SEND_ONCE_MORE) -> Message:
    await uow.outbox.send("card", SEAT, "ada", now=NOW, doubt=doubt)
    (message,) = await claim(uow)
    assert await uow.outbox.unknown(message, now=NOW, error="timeout")
    return message


async def _confirm(uow: SqlUnitOfWork, activity: str = "a-1") -> Delivery | None:
    return await uow.outbox.confirm(
        "card", SEAT, "ada", conversation_id="chat", activity_id=activity, now=NOW + MINUTE
    )


async def test_a_sent_card_becomes_a_delivery(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        found = await uow.outbox.delivered("chat-ada", "ada-audit_allocated")

        assert found
        assert found == Delivery(
            id=found.id,
            kind="audit_allocated",
            subject=SEAT,
            recipient="ada",
            conversation_id="chat-ada",
            activity_id="ada-audit_allocated",
            sent_at=NOW,
        )
        assert await uow.outbox.delivery(found.id) == found
        assert await uow.outbox.delivery(found.id + 1) is None
        assert await uow.outbox.delivered("chat-ben", "ada-audit_allocated") is None
        assert await _states(uow) == {"sent": 1}


async def test_an_update_keeps_the_delivery_that_it_had(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await uow.outbox.refresh(SEAT, now=NOW)
        (update,) = await claim(uow)
        assert await uow.outbox.sent(
            update, conversation_id="chat-ada", activity_id="other", now=NOW
        )

        assert await uow.outbox.delivered("chat-ada", "other") is None
        assert await uow.outbox.delivered("chat-ada", "ada-audit_allocated")


async def test_a_card_without_an_activity_id_cannot_be_found_again(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("card", SEAT, "ada", now=NOW)
        (message,) = await claim(uow)

        assert await uow.outbox.sent(message, conversation_id="chat", activity_id="", now=NOW)
        assert await uow.outbox.delivered("chat", "") is None


@pytest.mark.parametrize("ack", ACKS)
async def test_who_lost_the_lease_cannot_acknowledge(units: SqlUnitsOfWork, ack: str) -> None:
    async with units() as uow:
        await uow.outbox.send("alert", SEAT, "ada", now=NOW, doubt=Doubt.SEND_AGAIN)
        (late,) = await claim(uow)
        (holder,) = await uow.outbox.claim(now=NOW + LEASE, lease=LEASE, limit=9)

        assert not await ACKS[ack](uow.outbox, late)
        assert await uow.outbox.delivered("c", "late") is None
        assert await _states(uow) == {"sending": 1}
        assert await ACKS["sent"](uow.outbox, holder)


@pytest.mark.parametrize("ack", ACKS)
async def test_a_row_is_acknowledged_once(units: SqlUnitsOfWork, ack: str) -> None:
    async with units() as uow:
        await uow.outbox.send("card", SEAT, "ada", now=NOW)
        (message,) = await claim(uow)

        assert await ACKS[ack](uow.outbox, message)
        assert not await ACKS["sent"](uow.outbox, message)


async def test_a_row_put_back_is_claimed_when_its_time_has_come(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("card", SEAT, "ada", now=NOW)
        (message,) = await claim(uow)
        await uow.outbox.again(message, at=NOW + MINUTE, error="throttled")

        assert await claim(uow) == []
        (again,) = await uow.outbox.claim(now=NOW + MINUTE, lease=LEASE, limit=9)

    assert (again.id, again.attempts, again.repeat) == (message.id, 2, False)


async def test_a_dead_row_is_never_claimed(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("card", SEAT, "ada", now=NOW)
        (message,) = await claim(uow)
        await uow.outbox.dead(message, now=NOW, error="refused")

        assert await claim(uow) == []
        assert await _states(uow) == {"dead": 1}


async def test_a_doubtful_alert_goes_again_as_a_repeat(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        message = await _unknown(uow, Doubt.SEND_AGAIN)
        (again,) = await claim(uow)

    assert (again.id, again.repeat) == (message.id, True)


async def test_an_unknown_reminder_goes_once_more(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        message = await _unknown(uow)
        outbox = uow.outbox

        assert await outbox.settle(now=NOW + MINUTE, older_than=2 * MINUTE) == 0
        assert await outbox.settle(now=NOW + 2 * MINUTE, older_than=2 * MINUTE) == 1
        (again,) = await outbox.claim(now=NOW + 2 * MINUTE, lease=LEASE, limit=9)
        assert (again.id, again.repeat) == (message.id, True)
        await outbox.unknown(again, now=NOW + 2 * MINUTE, error="timeout")
        assert await outbox.settle(now=NOW + 99 * MINUTE, older_than=MINUTE) == 0


async def test_a_broadcast_is_never_settled(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await _unknown(uow, Doubt.LET_BE)

        assert await uow.outbox.settle(now=NOW + 99 * MINUTE, older_than=MINUTE) == 0


async def test_a_press_confirms_an_unknown_card(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await _unknown(uow)
        found = await _confirm(uow)

        assert found
        assert (found.conversation_id, found.activity_id, found.kind) == ("chat", "a-1", "card")
        assert await uow.outbox.delivered("chat", "a-1") == found
        assert await _states(uow) == {"sent": 1}
        assert await uow.outbox.settle(now=NOW + 99 * MINUTE, older_than=MINUTE) == 0


async def test_a_press_stops_a_repeat_that_still_waits(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await _unknown(uow)
        await uow.outbox.settle(now=NOW + MINUTE, older_than=MINUTE)

        assert await _confirm(uow)
        assert list(await uow.outbox.claim(now=NOW + MINUTE, lease=LEASE, limit=9)) == []


async def test_there_is_nothing_to_confirm_without_an_unknown_card(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await _confirm(uow) is None
        await uow.outbox.send("card", SEAT, "ada", now=NOW)
        assert await _confirm(uow) is None
        await claim(uow)
        assert await _confirm(uow) is None
        assert await uow.outbox.delivered("chat", "a-1") is None


async def test_of_two_unknown_cards_a_press_confirms_one(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await _unknown(uow)
        await _unknown(uow)
        await _confirm(uow)

        assert await _states(uow) == {"sent": 1, "unknown": 1}


async def test_the_newest_card_of_some_kinds_is_found(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for kind in ("my_work", "grading", "digest"):
            await deliver(uow, "ada", kind)
        await deliver(uow, "ben", "grading")
        found = await uow.outbox.latest("ada", ["grading", "my_work"])

        assert found
        assert (found.recipient, found.kind) == ("ada", "grading")
        assert await uow.outbox.latest("ada", ["welcome"]) is None
        assert await uow.outbox.latest("zed", ["grading"]) is None


async def test_what_found_nobody_is_revived_when_the_person_is_back(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for number, error in enumerate(("unreachable", "refused", "unreachable")):
            await uow.outbox.send("card", Ref("seat", str(number)), "ada", now=NOW)
            (message,) = await claim(uow)
            await uow.outbox.dead(message, now=NOW + number * MINUTE, error=error)

        assert await uow.outbox.revive("ben", since=NOW, now=NOW) == 0
        assert await uow.outbox.revive("ada", since=NOW + MINUTE, now=NOW) == 1
        (again,) = await claim(uow)

    assert (again.subject, again.attempts) == (Ref("seat", "2"), 1)
