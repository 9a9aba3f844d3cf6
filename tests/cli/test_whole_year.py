"""What ``year`` lives, for one council on both databases; ``make year`` lives all five."""

from __future__ import annotations

from storage.work import SqlUnitsOfWork
from tests.year.wholes import live_whole_year


async def test_a_year_in_the_city_of_london_serves_every_row(units: SqlUnitsOfWork) -> None:
    ledger, _ = await live_whole_year("city-of-london", units)
    assert len(ledger.rows) == 40
