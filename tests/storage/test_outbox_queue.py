from __future__ import annotations

import asyncio
from datetime import timedelta

from domain.delivery.message import Doubt, Lane, Message, OutboxCounts
from domain.refs import Ref
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, SEAT

LEASE = timedelta(minutes=1)


async def claim(uow: SqlUnitOfWork, *, limit: int = 50) -> list[Message]:
    return list(await uow.outbox.claim(now=NOW, lease=LEASE, limit=limit))


async def deliver(uow: SqlUnitOfWork, to: str, kind: str = "audit_allocated") -> Message:
    """Queue a card about SEAT and send it, as activity ``<to>-<kind>``."""
    await uow.outbox.send(kind, SEAT, to, now=NOW)
    (message,) = await claim(uow)
    assert await uow.outbox.sent(
        message, conversation_id=f"chat-{to}", activity_id=f"{to}-{kind}", now=NOW
    )
    return message


async def test_a_queued_card_is_claimed_as_it_was_sent(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.outbox.send(
            "response", SEAT, "ada", now=NOW, lane=Lane.URGENT, doubt=Doubt.SEND_AGAIN
        )
        (message,) = await claim(uow)

    assert message == Message(
        id=message.id,
        lane=Lane.URGENT,
        kind="response",
        subject=SEAT,
        recipient="ada",
        attempts=1,
        lease_token=message.lease_token,
        doubt=Doubt.SEND_AGAIN,
    )
    assert message.lane is Lane.URGENT
    assert len(message.lease_token) == 32


async def test_an_occasion_is_queued_one_time_only(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        outbox = uow.outbox
        assert await outbox.send("allocated", SEAT, "ada", now=NOW, once="v1")
        assert not await outbox.send("allocated", SEAT, "ada", now=NOW + MINUTE, once="v1")
        assert await outbox.send("allocated", SEAT, "ada", now=NOW, once="v2")
        assert await outbox.send("allocated", SEAT, "ben", now=NOW, once="v1")
        assert await outbox.send("reminder", SEAT, "ada", now=NOW, once="v1")
        assert await outbox.send("allocated", Ref("seat", "2"), "ada", now=NOW, once="v1")


async def test_an_occasion_stays_queued_after_it_was_sent(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("allocated", SEAT, "ada", now=NOW, once="v1")
        (message,) = await claim(uow)
        await uow.outbox.sent(message, conversation_id="c", activity_id="a", now=NOW)

        assert not await uow.outbox.send("allocated", SEAT, "ada", now=NOW, once="v1")


async def test_without_an_occasion_it_is_queued_each_time(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.outbox.send("digest", SEAT, "ada", now=NOW)
        assert await uow.outbox.send("digest", SEAT, "ada", now=NOW)


async def test_ten_replicas_queue_an_occasion_once(units: SqlUnitsOfWork) -> None:
    async def queue(_: int) -> bool:
        async with units() as uow:
            queued = await uow.outbox.send("nudge", SEAT, "ada", now=NOW, once="step-1")
            await uow.commit()
        return queued

    assert sum(await asyncio.gather(*map(queue, range(10)))) == 1


async def test_a_refresh_updates_every_sent_copy_of_the_subject(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await deliver(uow, "ben")

        assert await uow.outbox.refresh(SEAT, now=NOW) == 2
        assert await uow.outbox.refresh(Ref("seat", "2"), now=NOW) == 0
        updates = await claim(uow)
        ada = await uow.outbox.delivered("chat-ada", "ada-audit_allocated")
        ben = await uow.outbox.delivered("chat-ben", "ben-audit_allocated")

    assert ada
    assert ben
    assert [(m.recipient, m.kind, m.subject, m.delivery_id) for m in updates] == [
        ("ada", "audit_allocated", SEAT, ada.id),
        ("ben", "audit_allocated", SEAT, ben.id),
    ]


async def test_a_refresh_takes_several_subjects_and_marks_the_pressed_copy_of_the_first(
    units: SqlUnitsOfWork,
) -> None:
    other = Ref("seat", "2")
    async with units() as uow:
        await deliver(uow, "ada")
        await uow.outbox.send("audit_allocated", other, "ben", now=NOW)
        (message,) = await claim(uow)
        await uow.outbox.sent(message, conversation_id="chat-ben", activity_id="b", now=NOW)
        ada = await uow.outbox.delivered("chat-ada", "ada-audit_allocated")
        assert ada

        assert await uow.outbox.refresh(SEAT, other, now=NOW, shown=ada.id) == 2
        shown = {each.recipient: each.shown_at for each in await claim(uow)}
        assert shown == {"ada": NOW, "ben": None}


async def test_the_pressed_copy_about_another_subject_is_not_marked(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        ada = await uow.outbox.delivered("chat-ada", "ada-audit_allocated")
        assert ada

        assert await uow.outbox.refresh(Ref("seat", "2"), SEAT, now=NOW, shown=ada.id) == 1
        (update,) = await claim(uow)
        assert update.shown_at is None


async def test_a_refresh_of_nothing_queues_nothing(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        uow.outbox.queued = False
        assert await uow.outbox.refresh(now=NOW) == 0
        assert not uow.outbox.queued


async def test_whoever_takes_messages_is_told_whether_more_are_due(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("offer", SEAT, "ada", now=NOW)
        await uow.outbox.send("report", SEAT, "ada", now=NOW)
        (first,) = await claim(uow)  # one at a time in a chat
        ways, more = await uow.outbox.ways([first], now=NOW)
        assert (list(ways), more) == ([first.id], True)
        assert (await uow.outbox.ways([first], now=NOW - MINUTE))[1] is False
        assert await uow.outbox.ways([], now=NOW) == ({}, False)


async def test_a_refresh_can_leave_one_copy_out(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await deliver(uow, "ben")
        ada = await uow.outbox.delivered("chat-ada", "ada-audit_allocated")
        assert ada

        assert await uow.outbox.refresh(SEAT, now=NOW, but=ada.id) == 1
        (update,) = await claim(uow)

    assert update.recipient == "ben"


async def test_a_copy_whose_update_waits_gets_no_second_one(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        for _ in range(3):
            assert await uow.outbox.refresh(SEAT, now=NOW) == 1

        assert len(await claim(uow)) == 1
        assert await claim(uow) == []


async def test_a_change_after_an_update_was_taken_queues_another(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await uow.outbox.refresh(SEAT, now=NOW)
        (first,) = await claim(uow)
        await uow.outbox.refresh(SEAT, now=NOW)

        assert await claim(uow) == []  # one at a time in a chat
        await uow.outbox.sent(first, conversation_id="", activity_id="", now=NOW)
        (second,) = await claim(uow)

    assert second.id != first.id
    assert second.delivery_id == first.delivery_id


async def test_nobody_renders_a_waiting_update_while_the_state_is_being_changed(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await uow.outbox.refresh(SEAT, now=NOW)
        await uow.commit()

    async def dispatch() -> list[Message]:
        async with units() as uow:
            found = await claim(uow)
            await uow.commit()
        return found

    async with units() as press:
        await press.outbox.refresh(SEAT, now=NOW)
        dispatching = asyncio.create_task(dispatch())
        await asyncio.wait([dispatching], timeout=0.05)
        meanwhile = dispatching.result() if dispatching.done() else []
        await press.commit()

    assert meanwhile == []
    assert len(await dispatching or await dispatch()) == 1


async def test_counts_are_by_state_with_the_oldest_that_is_due(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.outbox.counts(now=NOW) == OutboxCounts(by_state={}, oldest_due=None)
        await deliver(uow, "ada")
        await uow.outbox.send("digest", SEAT, "ada", now=NOW + 2 * MINUTE)
        await uow.outbox.send("digest", SEAT, "ben", now=NOW + MINUTE)

        early = await uow.outbox.counts(now=NOW)
        late = await uow.outbox.counts(now=NOW + 9 * MINUTE)

    assert early == OutboxCounts(by_state={"sent": 1, "waiting": 2}, oldest_due=None)
    assert late.oldest_due == NOW + MINUTE


async def test_a_unit_knows_whether_it_made_anything_wait(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.outbox.refresh(SEAT, now=NOW) == 0
        assert not uow.outbox.queued
        assert await uow.outbox.send("audit_allocated", SEAT, "ada", now=NOW, once="told")
        assert uow.outbox.queued
        await uow.commit()

    async with units() as uow:
        assert not await uow.outbox.send("audit_allocated", SEAT, "ada", now=NOW, once="told")
        assert not uow.outbox.queued
