"""Whole years of every council on both databases: run by ``make year``, too long for the suite.

A row counts where a card, a duty or a report that its own entry brought about reached somebody.
"""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from storage.work import SqlUnitsOfWork
from tests.town import framework
from tests.year.unserved import UNSERVED
from year.walk import FIRST, hurry, lived

LONGEST = timedelta(seconds=60)
"""Of the processor's time, on SQLite: how busy the machine is with other work says nothing."""


@pytest.mark.parametrize("council", sorted(UNSERVED))
async def test_a_year_serves_every_row_but_those_that_are_listed(
    council: str, units: SqlUnitsOfWork
) -> None:
    hurry(units)
    began = time.process_time()
    ledger = await lived(units, framework(council), FIRST)
    took = timedelta(seconds=time.process_time() - began)
    print(*ledger.lines(), f"Processor time: {took.total_seconds():.0f} s", sep="\n")  # noqa: T201 - what whoever runs it wants to see
    assert set(ledger.missing) == UNSERVED[council]
    assert ledger.on_time.total() > ledger.late.total()
    assert ledger.escalations
    if units.engines.writing.dialect.name == "sqlite":
        assert took <= LONGEST
