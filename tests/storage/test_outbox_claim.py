from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from domain.delivery.message import Doubt, Lane, Message
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, SEAT
from tests.storage.test_outbox_queue import LEASE, claim, deliver


async def _sent(uow: SqlUnitOfWork, message: Message) -> None:
    activity = f"activity-{message.id}"
    assert await uow.outbox.sent(message, conversation_id="chat", activity_id=activity, now=NOW)


async def test_urgent_goes_first_then_what_is_due_longest(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        outbox = uow.outbox
        await outbox.send("bulk", SEAT, "p1", now=NOW - 9 * MINUTE, lane=Lane.BULK)
        await outbox.send("late", SEAT, "p2", now=NOW - MINUTE)
        await outbox.send("early", SEAT, "p3", now=NOW - 2 * MINUTE)
        await outbox.send("also_early", SEAT, "p4", now=NOW - 2 * MINUTE)
        await outbox.send("alert", SEAT, "p5", now=NOW, lane=Lane.URGENT)
        first = await claim(uow, limit=2)
        rest = await claim(uow)

    assert [m.kind for m in first] == ["alert", "early"]
    assert [m.kind for m in rest] == ["also_early", "late", "bulk"]


async def test_what_is_not_due_is_left(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("digest", SEAT, "ada", now=NOW + MINUTE)

        assert await claim(uow) == []


async def test_one_chat_gets_its_cards_one_after_the_other(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for kind in ("first", "second", "third"):
            await uow.outbox.send(kind, SEAT, "ada", now=NOW)
        seen = []
        for _ in range(3):
            (message,) = await claim(uow)
            assert await claim(uow) == []
            seen.append(message.kind)
            await _sent(uow, message)

    assert seen == ["first", "second", "third"]


async def test_a_later_card_waits_for_an_earlier_one_that_waits_itself(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        await uow.outbox.send("first", SEAT, "ada", now=NOW)
        await uow.outbox.send("second", SEAT, "ada", now=NOW)
        (message,) = await claim(uow)
        await uow.outbox.again(message, at=NOW + MINUTE, error="throttled")

        assert await claim(uow) == []


async def test_an_urgent_card_overtakes_in_the_same_chat(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("first", SEAT, "ada", now=NOW)
        await uow.outbox.send("second", SEAT, "ada", now=NOW)
        await claim(uow)
        await uow.outbox.send("alert", SEAT, "ada", now=NOW, lane=Lane.URGENT)
        (alert,) = await claim(uow)

        assert alert.kind == "alert"


async def test_an_urgent_card_that_waits_holds_nobody_up(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("alert", SEAT, "ada", now=NOW, lane=Lane.URGENT)
        (alert,) = await claim(uow)
        await uow.outbox.again(alert, at=NOW + MINUTE, error="throttled")
        await uow.outbox.send("digest", SEAT, "ada", now=NOW)
        (digest,) = await claim(uow)

        assert digest.kind == "digest"


async def test_four_dispatchers_take_200_rows_without_a_duplicate(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for number in range(200):
            await uow.outbox.send("card", SEAT, f"person-{number % 40}", now=NOW)
        await uow.commit()

    async def dispatch() -> list[tuple[str, int]]:
        done: list[tuple[str, int]] = []
        for _ in range(100):
            async with units() as uow:
                taken = await claim(uow, limit=7)
                await uow.commit()
            async with units() as uow:
                for message in taken:
                    await _sent(uow, message)
                await uow.commit()
            done += [(message.recipient, message.id) for message in taken]
            if not taken and await _all_sent(units):
                break
        return done

    taken = [row for rows in await asyncio.gather(*(dispatch() for _ in range(4))) for row in rows]

    assert len(taken) == 200
    assert max(Counter(taken).values()) == 1


async def _all_sent(units: SqlUnitsOfWork) -> bool:
    async with units(reading=True) as uow:
        return (await uow.outbox.counts(now=NOW)).by_state == {"sent": 200}


async def test_a_row_under_a_live_lease_is_nobody_elses(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("card", SEAT, "ada", now=NOW, doubt=Doubt.SEND_AGAIN)
        await claim(uow)
        almost = NOW + LEASE - MINUTE / 60

        assert list(await uow.outbox.claim(now=almost, lease=LEASE, limit=9)) == []


@pytest.mark.parametrize("doubt", [Doubt.SEND_ONCE_MORE, Doubt.LET_BE])
async def test_a_card_whose_lease_ran_out_is_unknown(units: SqlUnitsOfWork, doubt: Doubt) -> None:
    async with units() as uow:
        await uow.outbox.send("card", SEAT, "ada", now=NOW, doubt=doubt)
        await claim(uow)

        assert list(await uow.outbox.claim(now=NOW + LEASE, lease=LEASE, limit=9)) == []
        assert (await uow.outbox.counts(now=NOW)).by_state == {"unknown": 1}


async def test_a_card_that_errs_on_repeating_goes_again_and_says_so(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("alert", SEAT, "ada", now=NOW, doubt=Doubt.SEND_AGAIN)
        (first,) = await claim(uow)
        (again,) = await uow.outbox.claim(now=NOW + LEASE, lease=LEASE, limit=9)

    assert (first.repeat, first.attempts) == (False, 1)
    assert (again.id, again.repeat, again.attempts) == (first.id, True, 2)
    assert again.lease_token != first.lease_token


async def test_an_update_whose_lease_ran_out_is_made_again(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await deliver(uow, "ada")
        await uow.outbox.refresh(SEAT, now=NOW)
        (first,) = await claim(uow)
        (again,) = await uow.outbox.claim(now=NOW + LEASE, lease=LEASE, limit=9)

    assert (again.id, again.delivery_id, again.repeat) == (first.id, first.delivery_id, False)


async def test_an_unknown_card_keeps_the_chat_free(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("first", SEAT, "ada", now=NOW)
        await uow.outbox.send("second", SEAT, "ada", now=NOW)
        (first,) = await claim(uow)
        await uow.outbox.unknown(first, now=NOW, error="timeout")
        (second,) = await claim(uow)

        assert second.kind == "second"
