"""An alert that stands still is told to those who can act, also where the clock has died."""

from __future__ import annotations

from sqlalchemy import update

from storage import tables
from storage.cipher import Cipher
from tests.town import Town
from tests.usecases.responses.making import looks, now_is, raised
from usecases.responses.watching import overdue_steps, report_overdue

LATE = "response_late"


async def reports(town: Town) -> int:
    """The watchdog's turn."""
    return await town.tick(report_overdue)


async def spoil(town: Town, number: int) -> None:
    """A row that nobody can read any more: its key is lost."""
    lost = Cipher([Cipher.new_key()]).seal("x")
    async with town.units() as uow:
        row = tables.responses.c.id == number
        await uow.connection.execute(update(tables.responses).where(row).values(facts=lost))
        await uow.commit()


async def test_a_minute_late_it_tells_those_who_can_act_once(sefton: Town) -> None:
    await raised(sefton)
    sefton.later(minutes=15, seconds=59)
    assert await reports(sefton) == 0
    sefton.later(seconds=2)
    assert await reports(sefton) == 3
    for told in ("sam", "asha", "cora"):
        words = sefton.chat(told).words(LATE)
        assert "I should have gone on with it at" in words
        assert "telephone **Sam Field** now" in words
    assert LATE not in sefton.chat("will").kinds + sefton.chat("ada").kinds
    sefton.later(minutes=5)
    assert await reports(sefton) == 0


async def test_what_was_reported_is_moot_once_the_alert_moves_again(sefton: Town) -> None:
    response = await raised(sefton)
    sefton.later(minutes=17)
    assert await looks(sefton) == 1
    assert await reports(sefton) == 0
    assert await sefton.chat("cora").sees(LATE, type(response.ref)(LATE, "1")) is None


async def test_the_next_step_that_is_late_is_reported_again(sefton: Town) -> None:
    await raised(sefton)
    sefton.later(minutes=17)
    assert await reports(sefton) == 3
    await looks(sefton)
    sefton.later(minutes=50)
    assert await reports(sefton) == 3


async def test_one_alert_that_cannot_be_read_keeps_no_other_from_climbing(sefton: Town) -> None:
    await raised(sefton)
    again = await sefton.chat("ada").press("raise_response")
    assert again.done
    sent = await sefton.chat("ada").press(
        "send_response", trigger="immediate_responses.family_worry", facts="She rang."
    )
    assert sent.done
    await spoil(sefton, 1)
    sefton.later(minutes=17)
    assert await looks(sefton) == 1
    assert (await now_is(sefton, 2)).rung == 1
    assert await sefton.read(lambda uow: overdue_steps(uow, sefton.now)) == 1
    assert await reports(sefton) == 1
    assert "I cannot read it" in sefton.chat("cora").words(LATE)
