"""Several messages acknowledged in one go, and dispatchers that know of each other."""

from __future__ import annotations

import asyncio

from domain.delivery.message import Message, Receipt
from domain.refs import Ref
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, SEAT
from tests.storage.test_outbox_queue import LEASE, claim, deliver

PEOPLE = [f"person-{number}" for number in range(8)]


def _receipt(message: Message) -> Receipt:
    return Receipt(
        message=message,
        conversation_id=f"chat-{message.recipient}",
        activity_id=f"activity-{message.id}",
        at=NOW,
    )


async def _claimed(uow: SqlUnitOfWork) -> list[Message]:
    for person in PEOPLE:
        await uow.outbox.send("audit_allocated", SEAT, person, now=NOW)
    return await claim(uow)


async def _states(uow: SqlUnitOfWork) -> dict[str, int]:
    return (await uow.outbox.counts(now=NOW)).by_state


async def test_several_are_acknowledged_in_one_go(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        messages = await _claimed(uow)

        held = await uow.outbox.all_sent([_receipt(each) for each in messages])
        assert held == {each.id for each in messages}
        assert await _states(uow) == {"sent": 8}
        found = await uow.outbox.delivered("chat-person-3", f"activity-{messages[3].id}")
        assert found
        assert (found.recipient, found.subject) == ("person-3", SEAT)


async def test_each_needs_the_lease_of_its_own(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await uow.outbox.refresh(SEAT, now=NOW)
        (late,) = await claim(uow)
        (again,) = await uow.outbox.claim(now=NOW + LEASE, lease=LEASE, limit=9)
        await uow.outbox.send("digest", SEAT, "ben", now=NOW)
        (digest,) = await claim(uow)

        assert await uow.outbox.all_sent([_receipt(late), _receipt(digest)]) == {digest.id}
        assert await uow.outbox.all_sent([_receipt(late), _receipt(again)]) == {again.id}
        assert await uow.outbox.all_sent([_receipt(again)]) == set()


async def test_what_changed_while_some_were_sent_is_updated_for_those(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        await uow.outbox.send("audit_allocated", SEAT, "ada", now=NOW)
        await uow.outbox.send("audit_allocated", Ref("seat", "2"), "ben", now=NOW)
        messages = await claim(uow)
        await uow.outbox.refresh(SEAT, now=NOW)
        await uow.outbox.all_sent([_receipt(each) for each in messages])

        (update,) = await claim(uow)
        assert (update.recipient, update.subject) == ("ada", SEAT)
        assert update.delivery_id is not None


async def test_a_row_put_back_counts_the_tries_that_it_is_told(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("card", SEAT, "ada", now=NOW)
        for _ in range(3):
            (message,) = await claim(uow)
            assert message.attempts == 1
            await uow.outbox.again(message, at=NOW, error="limit", attempts=0)


async def test_an_update_put_back_is_still_the_one_that_waits(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await uow.outbox.refresh(SEAT, now=NOW)
        (update,) = await claim(uow)
        await uow.outbox.again(update, at=NOW, error="limit")
        await uow.outbox.refresh(SEAT, now=NOW)

        (same,) = await claim(uow)
        assert same.id == update.id
        assert await _states(uow) == {"sent": 1, "sending": 1}


async def test_an_update_is_dropped_where_a_newer_one_waits(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await uow.outbox.refresh(SEAT, now=NOW)
        (older,) = await claim(uow)
        await uow.outbox.refresh(SEAT, now=NOW)

        assert await uow.outbox.again(older, at=NOW, error="503")
        (newer,) = await claim(uow)
        assert newer.id > older.id
        assert await _states(uow) == {"sent": 1, "dead": 1, "sending": 1}


async def test_an_update_knows_since_when_its_person_has_seen_it(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await deliver(uow, "ben")
        ada = await uow.outbox.latest("ada", ["audit_allocated"])
        assert ada
        await uow.outbox.refresh(SEAT, now=NOW, shown=ada.id)

        shown = {each.recipient: each.shown_at for each in await claim(uow)}
        assert shown == {"ada": NOW, "ben": None}


async def test_a_later_change_by_somebody_else_has_not_been_seen(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        ada = await uow.outbox.latest("ada", ["audit_allocated"])
        assert ada
        await uow.outbox.refresh(SEAT, now=NOW, shown=ada.id)
        await uow.outbox.refresh(SEAT, now=NOW + MINUTE)

        (update,) = await claim(uow)
        assert update.shown_at is None


async def test_what_is_left_out_of_a_refresh_has_been_seen_now(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        ada = await uow.outbox.latest("ada", ["audit_allocated"])
        assert ada
        await uow.outbox.refresh(SEAT, now=NOW)
        await uow.outbox.refresh(SEAT, now=NOW + MINUTE, but=ada.id)

        (update,) = await claim(uow)
        assert update.shown_at == NOW + MINUTE


async def test_presses_and_dispatchers_never_wait_for_each_other_in_a_circle(
    units: SqlUnitsOfWork,
) -> None:
    async def dispatch() -> None:
        async with units() as uow:
            messages = await claim(uow)
            await uow.commit()
        async with units() as uow:
            await uow.outbox.lock(messages)
            await uow.outbox.all_sent([_receipt(each) for each in reversed(messages)])
            await uow.commit()

    async def press() -> None:
        async with units() as uow:
            await uow.outbox.refresh(SEAT, now=NOW)
            await uow.commit()

    for _ in range(5):
        async with units() as uow:
            for person in PEOPLE:
                await uow.outbox.send("audit_allocated", SEAT, person, now=NOW)
            await uow.commit()
        await asyncio.gather(dispatch(), press(), press(), dispatch())

    async with units(reading=True) as uow:
        assert "dead" not in await _states(uow)


async def test_dispatchers_at_work_are_counted_until_they_stop_or_are_not_seen(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        outbox = uow.outbox
        assert await outbox.at_work("one", now=NOW, within=MINUTE) == 1
        assert await outbox.at_work("two", now=NOW, within=MINUTE) == 2
        assert await outbox.at_work("one", now=NOW + MINUTE, within=MINUTE) == 2
        assert await outbox.at_work("one", now=NOW + 1.5 * MINUTE, within=MINUTE) == 1
        await outbox.at_work("two", now=NOW + 2 * MINUTE, within=MINUTE)
        await outbox.off_work("one")
        assert await outbox.at_work("two", now=NOW + 2 * MINUTE, within=MINUTE) == 1


async def test_where_several_can_be_reached_is_asked_at_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.addresses.of_all([]) == {}
        assert await uow.addresses.of_all(["nobody"]) == {}
        assert await uow.outbox.deliveries([]) == {}
        await deliver(uow, "ada")
        found = await uow.outbox.latest("ada", ["audit_allocated"])
        assert found
        assert await uow.outbox.deliveries([found.id, 999]) == {found.id: found}
