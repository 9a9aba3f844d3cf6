"""``python app.py year ID``: twelve months of one council on a fresh database, and its ledger."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection

from cli.progress import Steps
from cli.service import console
from demo.stage import VAR, start_afresh
from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.framework import Framework
from engines.assignment import HungarianAssigner
from engines.bank_holidays import ClosedDays
from scheduler.scans import scans
from storage.cipher import Cipher
from storage.migrate import upgrade
from storage.work import SqlUnitsOfWork, open_units
from usecases.council import Council
from year.ledger import Ledger
from year.living import Life

FIRST = date(2026, 4, 1)


async def walk(framework: Framework, *, first: date = FIRST, as_json: bool = False) -> None:
    """Live the year in simulated time and print what it brought; QA's own database stays as is."""
    path = VAR / f"year-{framework.id}.db"
    start_afresh(path, _quiet if as_json else _say)
    url = f"sqlite:///{path}"
    await upgrade(url)
    units = open_units(url, Cipher([Cipher.new_key()]))
    hurry(units)
    try:
        ledger = await lived(units, framework, first)
    finally:
        await units.close()
    if as_json:
        console.print_json(json.dumps(ledger.data()))
        return
    for line in ledger.lines():
        _say(line)


def hurry(units: SqlUnitsOfWork) -> None:
    """Let SQLite answer before the disk has it: a year that a power cut ends is lived anew.

    For the throw-away database of a simulation alone; the service never does it.
    """
    engine = units.engines.writing.sync_engine
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def relax(connection: DBAPIConnection, _record: object) -> None:
            cursor = connection.cursor()
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.close()


async def lived(units: SqlUnitsOfWork, framework: Framework, first: date) -> Ledger:
    """The ledger of a year on a migrated, empty database."""
    council = Council(
        framework=framework,
        calendar=WorkingCalendar(ClosedDays()),
        assigner=HungarianAssigner(),
    )
    with Steps(12) as step:
        life = Life(units, council, scans(), first, _by_month(step))
        return await life.live()


def _by_month(step: Callable[[str], None]) -> Callable[[date], None]:
    """Says each month once, when its first day comes."""
    said: set[int] = set()

    def says(day: date) -> None:
        if day.month not in said:
            said.add(day.month)
            step(f"{day:%B %Y}")

    return says


def _say(text: str) -> None:
    console.print(text, markup=False)


def _quiet(text: str) -> None:
    del text
