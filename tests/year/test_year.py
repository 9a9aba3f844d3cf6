"""A short life of two councils on both databases, and what a whole year is held to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from scheduler.scans import scans
from storage.work import SqlUnitsOfWork
from tests.town import council_of, framework
from tests.year.unserved import UNSERVED
from year.council import make_folk
from year.ledger import Ledger
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


def test_the_list_of_what_is_not_served_names_rows_of_its_council() -> None:
    for council, rows in UNSERVED.items():
        assert rows <= set(Ledger(framework(council)).every_row()), council


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
    left = [one for one in people.values() if one.left_on]
    assert len(left) == 1, LEAVING
    assert left[0].id not in {case.worker for case in folk.cases}
    assert len(folk.cases) == before == len(cases) - len(CLOSING)
