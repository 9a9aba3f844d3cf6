"""The clock reminds: one card a working day, each step once, never of what is done."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from domain.calendar.working_days import end_of_day
from domain.duties import DutyState
from domain.people.person import Absence
from domain.refs import Ref
from tests.cast import PEOPLE
from tests.town import Town
from usecases.nudges.nudge_duties import nudge_duties
from usecases.pressing import Press

ALL = ("ada", "tess")


def at(day: int, hour: int = 9, *, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, 1, tzinfo=UTC)


def digests(town: Town) -> dict[str, int]:
    counts = Counter(
        {name: town.chat(name).kinds.count("digest") for name in PEOPLE if town.chat(name).cards}
    )
    return {name: number for name, number in counts.items() if number}


async def accepted(town: Town) -> int:
    """Tess leads and Ada is the peer of C-23087, both due on Tuesday 22 December."""
    audit = await town.audit("C-23087", lead="tess", peer="ada")
    for name in ALL:
        await town.chat(name).press("accept_audit")
    await town.tick(nudge_duties)
    return audit


async def test_nobody_is_reminded_before_the_first_step(herefordshire: Town) -> None:
    await accepted(herefordshire)
    herefordshire.now = at(14)
    assert await herefordshire.tick(nudge_duties) == 0
    assert digests(herefordshire) == {}


async def test_each_step_is_one_card(herefordshire: Town) -> None:
    """E-03: 7 and 2 days before, on the day, the day after."""
    town = herefordshire
    await accepted(town)
    for day, total in ((15, 1), (16, 1), (20, 1), (21, 2), (22, 3), (23, 4)):
        town.now = at(day)
        for _ in range(3):
            await town.tick(nudge_duties)
        assert digests(town) == {"ada": total, "tess": total}, day
    assert "Grade C-23087" in town.chat("ada").words("digest")
    assert "1 overdue" in town.chat("ada").words("digest")


async def test_two_days_before_is_a_sunday_so_it_comes_on_monday(herefordshire: Town) -> None:
    """E-02: the 20th is a Sunday."""
    town = herefordshire
    await accepted(town)
    town.now = at(15)
    await town.tick(nudge_duties)
    town.now = at(20)
    assert await town.tick(nudge_duties) == 0
    town.now = at(21)
    assert await town.tick(nudge_duties) == 2


@pytest.mark.parametrize("hour", [1, 8, 19, 23])
async def test_nobody_is_reminded_at_night(herefordshire: Town, hour: int) -> None:
    town = herefordshire
    await accepted(town)
    town.now = at(15, hour) - timedelta(minutes=2)
    assert await town.tick(nudge_duties) == 0
    town.now = at(16, 9)
    assert await town.tick(nudge_duties) == 2


async def test_what_is_in_is_not_reminded_of(herefordshire: Town) -> None:
    town = herefordshire
    audit = await accepted(town)
    seat = await town.seat(audit, "lead")
    async with town.units() as uow:
        await uow.duties.close(Ref("seat", str(seat.id)), DutyState.DONE, town.now)
        await uow.commit()
    town.now = at(15)
    await town.tick(nudge_duties)
    assert digests(town) == {"ada": 1}


async def test_what_was_done_between_the_step_and_the_send_is_not_told(
    herefordshire: Town,
) -> None:
    """The row is queued, the duty ends, and nothing goes out."""
    town = herefordshire
    await accepted(town)
    town.now = at(15)
    async with town.units() as uow:
        await nudge_duties(uow, town.council, town.now)
        await uow.commit()
    cancel = Press(
        verb="cancel_audit", ref="audit-1", version=1, inputs={"cancel_reason": "Drawn twice"}
    )
    await town.chat("cora").send(cancel)
    await town.deliver()
    assert digests(town) == {}


async def test_those_above_hear_of_it_after_three_and_seven_days(herefordshire: Town) -> None:
    """E-04: line manager, then service manager; once each."""
    town = herefordshire
    await accepted(town)
    for day in (15, 21, 22, 23):
        town.now = at(day)
        await town.tick(nudge_duties)
    before = digests(town)
    town.now = at(24)
    await town.tick(nudge_duties)
    assert digests(town) == before
    town.now = at(29)  # the 25th is Christmas, the 28th a substitute bank holiday
    await town.tick(nudge_duties)
    assert "sam" in digests(town)
    assert "Tess Marlow" in town.chat("sam").words("digest")
    assert "late in your teams" in town.chat("sam").words("digest")


async def test_after_an_outage_there_is_no_storm(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    town.now = at(23)
    await town.tick(nudge_duties)
    assert digests(town) == {"ada": 1, "tess": 1}


async def test_leave_holds_reminders_and_the_cover_gets_what_falls_due(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    away = Absence(first_day=at(14).date(), last_day=at(23).date(), cover="ivy")
    async with town.units() as uow:
        await uow.people.put_absence("ada", away)
        await uow.commit()
    town.now = at(15)
    await town.tick(nudge_duties)
    assert digests(town) == {"tess": 1, "ivy": 1}
    assert "For Ada Byrne" in town.chat("ivy").words("digest")


async def test_leave_without_a_cover_waits_for_the_return(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    away = Absence(first_day=at(14).date(), last_day=at(17).date())
    async with town.units() as uow:
        await uow.people.put_absence("ada", away)
        await uow.commit()
    for day in (15, 16, 17):
        town.now = at(day)
        await town.tick(nudge_duties)
    assert digests(town) == {"tess": 1}
    town.now = at(18)
    await town.tick(nudge_duties)
    assert digests(town) == {"tess": 1, "ada": 1}


async def test_an_extension_starts_the_steps_afresh(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    for day in (15, 21):
        town.now = at(day)
        await town.tick(nudge_duties)
    async with town.units() as uow:
        for seat in await uow.audits.seats_of(1):
            due = end_of_day(at(15, month=1).date().replace(year=2027))
            await uow.duties.postpone(Ref("seat", str(seat.id)), due, town.now)
        await uow.commit()
    town.now = at(22)
    assert await town.tick(nudge_duties) == 0
    town.now = datetime(2027, 1, 8, 9, 1, tzinfo=UTC)
    assert await town.tick(nudge_duties) == 2


async def test_two_replicas_tell_a_step_once(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    town.now = at(15)
    async with town.units() as uow:
        found = await uow.duties.to_nudge(town.now)
        assert len(found) == 2
        assert await uow.duties.step_on(found[0], 1, None)
        assert not await uow.duties.step_on(found[0], 1, None)


async def test_nothing_to_say_is_not_said(herefordshire: Town) -> None:
    town = herefordshire
    for day in (14, 15, 16):
        town.now = at(day)
        assert await town.tick(nudge_duties) == 0
    assert digests(town) == {}
