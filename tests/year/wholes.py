"""What the whole year of a council is held to."""

from __future__ import annotations

import time

from storage.work import SqlUnitsOfWork
from tests.town import framework
from year.ledger import Ledger
from year.walk import FIRST, hurry, lived


async def live_whole_year(council: str, units: SqlUnitsOfWork) -> tuple[Ledger, float]:
    """Its ledger, and the processor's seconds: how busy the machine is otherwise says nothing.

    Every row of the council's document reached somebody, by an entry of its own.
    """
    hurry(units)
    began = time.process_time()
    ledger = await lived(units, framework(council), FIRST)
    took = time.process_time() - began
    assert ledger.missing == ()
    assert ledger.on_time.total() > ledger.late.total()
    assert ledger.escalations
    return ledger, took
