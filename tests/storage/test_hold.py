from __future__ import annotations

from storage.hold import Held, held_back, hold_gap, release
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, SEAT
from tests.storage.test_outbox_queue import claim, deliver


async def _restored(uow: SqlUnitOfWork) -> None:
    """A sent card with an update, one row queued before the gap, two in it (one being sent)."""
    await deliver(uow, "ada")
    await uow.outbox.send("sending", SEAT, "ben", now=NOW)
    await claim(uow)
    await uow.outbox.refresh(SEAT, now=NOW)
    await uow.outbox.send("before", SEAT, "cy", now=NOW - MINUTE)
    await uow.outbox.send("waiting", SEAT, "dot", now=NOW)


async def test_only_new_cards_of_the_gap_are_held(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await _restored(uow)

        assert await hold_gap(uow, since=NOW, now=NOW) == 2
        assert [held.kind for held in await held_back(uow)] == ["sending", "waiting"]
        assert [m.kind for m in await claim(uow)] == ["before", "audit_allocated"]


async def test_a_held_card_tells_whom_it_is_for(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.outbox.send("waiting", SEAT, "dot", now=NOW)
        await hold_gap(uow, since=NOW, now=NOW)
        (held,) = await held_back(uow)

    assert held == Held(id=held.id, kind="waiting", subject=SEAT, recipient="dot", queued_at=NOW)


async def test_an_operator_releases_some_or_all_as_repeats(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for person in ("ada", "ben", "cy"):
            await uow.outbox.send("card", SEAT, person, now=NOW)
        await hold_gap(uow, since=NOW, now=NOW)
        (first, *_) = await held_back(uow)

        assert await release(uow, now=NOW, ids=[first.id]) == 1
        assert [(m.recipient, m.repeat) for m in await claim(uow)] == [("ada", True)]
        assert await release(uow, now=NOW) == 2
        assert [m.recipient for m in await claim(uow)] == ["ben", "cy"]
        assert await release(uow, now=NOW) == 0
