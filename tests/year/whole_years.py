"""Whole years of every council on both databases: run by ``make year``, too long for the suite."""

from __future__ import annotations

import pytest

from storage.work import SqlUnitsOfWork
from tests.domain.frameworks.samples import FOLDER
from tests.year.wholes import live_whole_year

COUNCILS = sorted(file.stem for file in FOLDER.glob("*.toml"))
LONGEST = 60.0
"""Seconds of the processor's time, on SQLite."""


@pytest.mark.parametrize("council", COUNCILS)
async def test_a_year_serves_every_row(council: str, units: SqlUnitsOfWork) -> None:
    ledger, took = await live_whole_year(council, units)
    print(*ledger.lines(), f"Processor time: {took:.0f} s", sep="\n")  # noqa: T201 - what whoever runs it wants to see
    if units.engines.writing.dialect.name == "sqlite":
        assert took <= LONGEST
