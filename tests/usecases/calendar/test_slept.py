"""The service was down: what the calendar brought meanwhile comes late, once, in one digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.calendar.entries import calendar_entries
from domain.calendar.working_days import WorkingCalendar, local_day
from domain.duties import DutyState
from domain.frameworks.sections import Activity, Cadence
from engines.bank_holidays import ClosedDays
from scheduler.scans import scans
from storage.copying import copied
from storage.upcoming import Upcoming
from storage.work import SqlUnitsOfWork
from tests.cast import CORA, PEOPLE, SAM, TESS, THEO
from tests.town import Town, council_of
from tests.usecases.calendar.walking import Walk
from tests.usecases.people.test_reachability import everybody_has_the_app
from usecases.nudges.nudge_duties import nudge_duties
from usecases.pressing import Press
from usecases.rehearsing.clockwork import Clockwork
from usecases.rehearsing.rehearsal import rehearse

WEEKLY = Activity(
    key="pods", title="Improvement pod", held_by=("team_manager",), cadence=Cadence(every="week")
)
OWN = Activity(
    key="visit",
    title="Visit to the front door",
    held_by=("team_manager",),
    each=True,
    cadence=Cadence(every="month"),
)
FRIDAY, TUESDAY = date(2026, 10, 2), date(2026, 10, 13)
FIVE_WEEKS = date(2026, 11, 9)


async def moved_in(units: SqlUnitsOfWork, *activities: Activity) -> Walk:
    """Tess and Theo hold them; nothing else is asked for."""
    council = council_of("herefordshire")
    alone = {"activities": activities, "reports": (), "nudges": ()}
    town = Town(units, replace(council, framework=council.framework.model_copy(update=alone)))
    async with units() as uow:
        await uow.people.put([TESS, THEO, SAM, CORA, PEOPLE["hal"]])
        await uow.commit()
    first = calendar_entries(town.council.framework)[0]
    return Walk(town, first, ["tess", "theo"])


async def due_of(walk: Walk, person: str) -> list[date]:
    return [local_day(duty.due_at) for duty in await walk.town.duties(person)]


async def test_three_days_of_outage_lose_nothing(units: SqlUnitsOfWork) -> None:
    """Between Christmas and New Year the week has three working days, and all of it was slept."""
    walk = await moved_in(units, WEEKLY)
    walk.at(date(2026, 12, 24))
    await walk.opens()
    walk.at(date(2027, 1, 4))
    await walk.opens()
    weeks = [date(2026, 12, 24), date(2026, 12, 31), date(2027, 1, 8)]
    assert await due_of(walk, "tess") == weeks
    await walk.town.tick(nudge_duties)
    tess = walk.town.chat("tess")
    assert tess.kinds == ["activity_due", "activity_due", "digest"]  # no card for between
    assert "2 overdue" in tess.words("digest")
    assert "1 day late" in tess.words("digest")


async def test_what_stood_open_all_the_time_comes_once(units: SqlUnitsOfWork) -> None:
    walk = await moved_in(units, WEEKLY)
    walk.at(FRIDAY - timedelta(days=3))
    first = await walk.opens()
    walk.at(FRIDAY)
    assert len(await walk.opens()) == len(first)


async def test_five_weeks_of_outage_are_one_digest(units: SqlUnitsOfWork) -> None:
    walk = await moved_in(units, WEEKLY, OWN)
    walk.at(FRIDAY)
    await walk.opens()
    walk.at(FIVE_WEEKS)
    for _ in range(3):
        await walk.opens()
        await walk.town.tick(nudge_duties)
    for person in walk.holders:
        late = [day for day in await due_of(walk, person) if FRIDAY < day < FIVE_WEEKS]
        fridays = [date(2026, 10, 9), date(2026, 10, 16), date(2026, 10, 23), date(2026, 10, 30)]
        assert sorted(late) == sorted([*fridays, date(2026, 10, 30), date(2026, 11, 6)])
        assert walk.town.chat(person).kinds.count("digest") == 1
    assert [e.action for e in await walk.town.trail("occurrence", 5)] == ["open_late"]


async def test_whoever_is_told_late_is_late_from_then_on(units: SqlUnitsOfWork) -> None:
    """Nobody above hears on the day of what its owner could not know; three days later they do."""
    walk = await moved_in(units, OWN)
    walk.at(date(2026, 9, 14))
    await walk.opens()
    async with walk.town.units() as uow:
        for duty in await uow.duties.open_of_all(["tess", "theo"]):
            await uow.duties.close(duty.subject, DutyState.DONE, walk.town.now)
        await uow.commit()
    walk.at(date(2026, 12, 8))  # October's and November's were never opened
    await walk.opens()
    await walk.town.tick(nudge_duties)
    assert "digest" not in walk.town.chat("sam").kinds
    assert "2 overdue" in walk.town.chat("tess").words("digest")
    walk.at(date(2026, 12, 11))
    await walk.town.tick(nudge_duties)
    assert "Tess Marlow" in walk.town.chat("sam").words("digest")


async def test_a_new_database_does_not_bring_back_a_past_year(units: SqlUnitsOfWork) -> None:
    walk = await moved_in(units, WEEKLY, OWN)
    walk.at(TUESDAY)
    assert min(one.due_on for one in await walk.opens()) >= TUESDAY


async def test_whoever_joins_owes_nothing_that_was_due_before(units: SqlUnitsOfWork) -> None:
    walk = await moved_in(units, OWN)
    walk.at(date(2026, 10, 30))
    await walk.opens()
    tia = replace(TESS, id="tia", name="Tia Lark", aad_object_id="aad-tia")
    await walk.town.hires(tia)
    walk.at(date(2026, 11, 2))
    await walk.opens()
    assert await due_of(walk, "tia") == [date(2026, 11, 30)]


async def test_what_is_late_can_still_be_noted(units: SqlUnitsOfWork) -> None:
    walk = await moved_in(units, WEEKLY)
    walk.at(FRIDAY)
    await walk.opens()
    walk.at(FIVE_WEEKS)
    await walk.opens()
    await walk.town.tick(nudge_duties)
    tess = walk.town.chat("tess")
    duty = (await walk.town.duties("tess"))[1]
    await tess.send(Press(verb="open_duty", ref=str(duty.ref), version=duty.version))
    said = tess.words("activity_due")
    assert "which is past" in said
    assert "On Monday 9 November, after its day" in said
    moved = await tess.tampers("move_occurrence", str(duty.subject), 1, new_day="2026-11-10")
    assert "The next one is near or over" in moved
    assert (await tess.press("note_outcome", note_one="It was held.")).done
    assert len(await due_of(walk, "tess")) == len(await due_of(walk, "theo"))


@pytest.mark.parametrize("back", [TUESDAY, FIVE_WEEKS])
async def test_what_is_rehearsed_after_an_outage_is_what_is_sent(
    units: SqlUnitsOfWork, back: date
) -> None:
    walk = await moved_in(units, WEEKLY, OWN)
    await everybody_has_the_app(
        walk.town, *(PEOPLE.keys() - {"tess", "theo", "sam", "cora", "hal"})
    )
    walk.at(FRIDAY)
    await walk.opens()
    walk.at(back)
    town = walk.town
    async with copied(units) as copy:
        upcoming = Upcoming(copy, town.council.withdraw_for)
        clock = Clockwork(copy, town.council, scans(), upcoming.next)
        names = {one.id: one.name for one in PEOPLE.values()}
        told = await rehearse(clock, names, town.now, town.now)
    before = {person: len(town.chat(person).cards) for person in names}
    for scan in scans():
        await town.tick(scan.run)
    really = [
        (names[person], posted.kind)
        for person in names
        for posted in town.chat(person).cards[before[person] :]
    ]
    assert sorted((each.who, each.kind) for each in told) == sorted(really)
    assert really


def test_the_calendar_of_these_tests_has_no_holiday_in_it() -> None:
    calendar = WorkingCalendar(ClosedDays())
    assert all(calendar.is_working(day) for day in (FRIDAY, TUESDAY, FIVE_WEEKS))
