"""What came round in the calendar, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calendar.occurrence import OccurrenceState
from domain.faults import MovedOnFault
from storage.work import SqlUnitsOfWork
from tests.storage.calendar_seeds import TODAY, due, fill_calendar
from tests.storage.seeds import NOW, committed_seat

LATER = TODAY + timedelta(days=31)


async def test_an_entry_comes_once_in_a_period_and_once_to_each(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        first = await uow.calendar.open(due(), NOW)
        assert first is not None
        assert await uow.calendar.open(due(due_on=LATER), NOW) is None
        assert await uow.calendar.open(due("ben"), NOW) is not None
        assert await uow.calendar.open(due(period=LATER), NOW) is not None
        assert await uow.calendar.get(first.id) == first
        name = "activities.meeting"
        assert await uow.calendar.known(TODAY) == {
            (name, TODAY, ""),
            (name, TODAY, "ben"),
            (name, LATER, ""),
        }
        assert await uow.calendar.known(LATER) == {(name, LATER, "")}


async def test_words_come_back_as_they_were_written(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        saved = await fill_calendar(uow, "The room was cold.")
        assert await uow.calendar.get(saved.id) == saved
        assert saved.notes == {"note_one": "The room was cold."}
        assert (saved.about, saved.started_by) == ("The room was cold.", "ada")
        with pytest.raises(MovedOnFault):
            await uow.calendar.save(replace(saved, version=1))


async def test_what_nobody_held_is_found_until_somebody_does(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        gap = await uow.calendar.open(due(unheld=True), NOW)
        held = await uow.calendar.open(due("ben"), NOW)
        assert gap is not None
        assert held is not None
        assert await uow.calendar.unheld() == [gap]
        assert await uow.calendar.ever_unheld() == {"activities.meeting"}
        await uow.calendar.save(replace(gap, state=OccurrenceState.DONE))
        assert await uow.calendar.unheld() == []
        assert await uow.calendar.ever_unheld() == {"activities.meeting"}


async def test_a_month_is_read_by_due_day_whatever_became_of_it(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        ahead = await uow.calendar.open(due("ben", due_on=LATER, entry="reports.pack"), NOW)
        first = await uow.calendar.open(due(), NOW)
        assert first is not None
        assert ahead is not None
        assert await uow.calendar.between(TODAY, LATER) == [first, ahead]
        assert await uow.calendar.between(LATER, LATER) == [ahead]
        missed = await uow.calendar.save(replace(first, state=OccurrenceState.MISSED))
        assert await uow.calendar.between(TODAY, TODAY) == [missed]
