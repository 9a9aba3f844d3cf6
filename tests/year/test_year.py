"""A short life of two councils on both databases, and the lists that come in meanwhile."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.people.person import Person
from scheduler.scans import scans
from storage.work import SqlUnitsOfWork
from tests.town import council_of
from year.council import make_folk
from year.living import Life
from year.registers import CLOSING, COMING, LEAVING, new_registers
from year.walk import hurry

FIRST = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("council", "rows"),
    [
        ("herefordshire", {"HER-01", "HER-17", "HER-38"}),
        ("leicestershire", {"LEI-01", "LEI-08", "LEI-26"}),
    ],
)
async def test_the_first_days_serve_what_begins_with_the_year(
    council: str, rows: set[str], units: SqlUnitsOfWork
) -> None:
    hurry(units)
    ledger = await Life(units, council_of(council), scans(), FIRST, days=1).live()
    assert rows <= ledger.rows.keys()
    assert {served.day for served in ledger.rows.values()} == {FIRST}


def _left_on(one: Person) -> date:
    return one.left_on or date.max


async def test_lists_of_the_year_close_records_and_let_somebody_leave(
    units: SqlUnitsOfWork,
) -> None:
    council = council_of("herefordshire")
    folk = make_folk(council.framework, FIRST)
    async with units() as uow:
        await uow.people.put(folk.people)
        await uow.cases.put(folk.cases)
        await uow.commit()
    before, now = len(folk.cases), datetime(2026, 4, 1, 8, tzinfo=UTC)
    for month in range(1, 12):
        folk = await new_registers(units, folk, month, now + timedelta(days=30 * month))
    async with units(reading=True) as uow:
        people, cases = await uow.people.all(), await uow.cases.all()
        looked_after = [event.case_ref for event in await uow.cases.noticed()]
    assert sum(not case.open for case in cases.values()) == len(CLOSING)
    assert len(looked_after) == len(COMING)
    left = sorted((one for one in people.values() if one.left_on), key=_left_on)
    assert [bool(one.roles & roles) for one, roles in zip(left, LEAVING.values(), strict=True)]
    gone = {one.id for one in left}
    assert gone.isdisjoint(case.worker for case in folk.cases)
    assert gone.isdisjoint(one.line_manager for one in folk.people if not one.left_on)
    assert len(folk.cases) == before == len(cases) - len(CLOSING)
