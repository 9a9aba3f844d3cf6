"""Putting off: one's own word up to the day, a manager's after; the clock keeps to it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.duties import DutyState
from domain.refs import Ref
from tests.town import Town
from usecases.nudges.nudge_duties import nudge_duties


def at(day: int, hour: int = 9, *, month: int = 12, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, 1, tzinfo=UTC)


async def accepted(town: Town) -> None:
    """Tess leads and Ada is the peer of C-23087, both due on Tuesday 22 December."""
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("ada", "tess"):
        await town.chat(name).press("accept_audit")
    await town.tick(nudge_duties)


def digests(town: Town, name: str) -> int:
    return town.chat(name).kinds.count("digest")


async def test_nothing_is_told_before_the_day_and_once_on_it(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    said = await town.chat("ada").says("snooze 1 until Thursday 17 December")
    assert said.line == "Grade C-23087: no reminder before Thursday 17 December."
    for day in (15, 16):
        town.now = at(day)
        await town.tick(nudge_duties)
    assert digests(town, "ada") == 0
    assert digests(town, "tess") == 1
    town.now = at(17)
    for _ in range(2):
        await town.tick(nudge_duties)
    assert digests(town, "ada") == 1


async def test_what_was_put_off_is_not_in_a_digest_of_other_things(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.audit("C-23210", opens_on=date(2026, 11, 30), lead="tess", peer="ada")
    await town.chat("ada").press("accept_audit")
    await town.chat("ada").says("snooze C-23087 until 18 December")
    town.now = at(16)
    await town.tick(nudge_duties)
    words = town.chat("ada").words("digest")
    assert "C-23210" in words
    assert "C-23087" not in words


@pytest.mark.parametrize("day", ["yesterday", "30 February", "1 December 2026", "1 June"])
async def test_a_day_that_is_none_puts_nothing_off(herefordshire: Town, day: str) -> None:
    town = herefordshire
    await accepted(town)
    said = await town.chat("ada").says(f"snooze 1 until {day}")
    assert "othing was put off" in said.line or "nothing was put off" in said.line
    town.now = at(15)
    await town.tick(nudge_duties)
    assert digests(town, "ada") == 1


async def test_past_its_day_the_manager_is_asked_and_the_reminders_stay(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    said = await town.chat("ada").says("snooze 1 until 5 January")
    assert "I have asked Mo Winter" in said.line
    assert town.chat("mo").kinds == ["duty_ask"]
    town.now = at(15)
    await town.tick(nudge_duties)
    assert digests(town, "ada") == 1
    assert "Waiting for others" in town.chat("ada").words("digest")


async def test_with_a_yes_steps_are_counted_from_the_agreed_day(herefordshire: Town) -> None:
    """Reminder on the agreed day, the day after; the line manager three days later (E-04)."""
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("snooze 1 until 5 January")
    done = await town.chat("mo").press("agree_put_off")
    assert done.done, done.line
    assert town.chat("ada").kinds[-1] == "duty_ask"
    for day in (15, 21, 22, 23, 29):
        town.now = at(day)
        await town.tick(nudge_duties)
    assert digests(town, "ada") == 0
    assert digests(town, "mo") == 0
    told = {}
    for day in (5, 6, 7, 8, 11):
        town.now = at(day, month=1, year=2027)
        await town.tick(nudge_duties)
        told[day] = (digests(town, "ada"), digests(town, "mo"))
    assert told == {5: (1, 0), 6: (2, 0), 7: (2, 0), 8: (2, 1), 11: (2, 1)}


async def test_with_a_no_everything_stays(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("snooze 1 until 5 January")
    done = await town.chat("mo").press("refuse_duty_ask")
    assert done.done
    assert "stays" in town.chat("ada").words("duty_ask")
    town.now = at(15)
    await town.tick(nudge_duties)
    assert digests(town, "ada") == 1


async def test_nobody_else_may_agree(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("snooze 1 until 5 January")
    for name in ("ada", "tess", "will"):
        line = await town.chat(name).tampers("agree_put_off", "duty_ask-1", 1)
        assert "not yours" in line


async def test_somebody_elses_duty_is_not_put_off(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    (duty,) = await town.duties("tess")
    line = await town.chat("ada").tampers(
        "put_off", "person-ada", 1, duty=str(duty.id), until="2026-12-17"
    )
    assert "not in your work" in line


async def test_what_is_done_meanwhile_cannot_be_decided_any_more(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("snooze 1 until 5 January")
    (duty,) = await town.duties("ada")
    async with town.units() as uow:
        await uow.duties.close(duty.subject, DutyState.DONE, town.now)
        await uow.commit()
    line = await town.chat("mo").tampers("agree_put_off", "duty_ask-1", 1)
    assert "done or cancelled" in line
    card = await town.chat("mo").sees("duty_ask", Ref("duty_ask", "1"))
    assert "It was done meanwhile" in str(card)


async def test_a_second_word_takes_the_place_of_the_first(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("snooze 1 until 5 January")
    await town.chat("ada").says("snooze 1 until 17 December")
    await town.chat("ada").says("snooze 1 until 16 December")
    snoozes = await town.read(lambda uow: uow.duty_asks.snoozes())
    assert list(snoozes.values()) == [date(2026, 12, 16)]


async def test_a_longer_time_extends_it_beyond_what_was_agreed(herefordshire: Town) -> None:
    """An extension of the audit counts where it goes further than the snooze."""
    town = herefordshire
    await accepted(town)
    (duty,) = await town.duties("ada")
    await town.chat("ada").says("snooze 1 until 17 December")
    async with town.units() as uow:
        later = datetime(2027, 1, 15, 23, 59, tzinfo=UTC)
        await uow.duties.postpone(duty.subject, later, town.now)
        await uow.commit()
    for day in (17, 22, 23):
        town.now = at(day)
        await town.tick(nudge_duties)
    assert digests(town, "ada") == 0
    town.now = at(8, month=1, year=2027)
    await town.tick(nudge_duties)
    assert digests(town, "ada") == 1


async def test_the_form_comes_where_it_is_not_said_which(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.audit("C-23210", opens_on=date(2026, 11, 30), lead="tess", peer="ada")
    reply = await town.chat("ada").says("snooze until Friday")
    assert reply.line.startswith("Several could be meant")
    assert reply.card is not None
    assert reply.card.kind == "duty_later"
    reply = await town.chat("ada").says("snooze 7 until Friday")
    assert reply.line.startswith("I do not find that")
    reply = await town.chat("ada").says("snooze")
    assert reply.card is not None
    assert reply.card.kind == "duty_later"
