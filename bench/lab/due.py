"""Open duties by the million, some of which are due on each of a few mornings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.dialects import postgresql, sqlite

from bench.lab.large import people
from domain.duties import DutyState
from domain.nudges.steps import day_begins
from domain.refs import Ref
from storage.cipher import Cipher
from storage.migrate import upgrade
from storage.tables import duties
from storage.tables.base import in_state
from storage.work import SqlUnitsOfWork, open_units

HOLDERS = 100
FIRST = date(2026, 12, 7)  # a Monday; the mornings after it are working days as well
FAR = datetime(2031, 1, 6, 9, tzinfo=UTC)
AT_ONCE = 20_000
DAYS_BEFORE, STEPS_OVER = 2, 1
"""The reminder two days before the day, with the one of a week before behind it."""


def morning(number: int) -> datetime:
    """Nine o'clock of one of the mornings."""
    return day_begins(FIRST + timedelta(days=number)) + timedelta(minutes=1)


async def filled(url: str, *, every: int, due: int, mornings: int) -> SqlUnitsOfWork:
    """A database with so many open duties, of which ``due`` are due on each morning."""
    await upgrade(url)
    units = open_units(url, Cipher([Cipher.new_key()]))
    async with units() as uow:
        await uow.people.put(people(HOLDERS).values())
        rows = _rows(every, due, mornings)
        while some := list(islice(rows, AT_ONCE)):
            await uow.connection.execute(insert(duties), some)
        await uow.commit()
    async with units() as uow:
        await uow.connection.execute(text("ANALYZE"))
        await uow.commit()
    return units


def _rows(every: int, due: int, mornings: int) -> Iterator[dict[str, Any]]:
    for number in range(every):
        day = number // due
        soon = day < mornings
        next_at = day_begins(FIRST + timedelta(days=day)) if soon else FAR
        due_on = FIRST + timedelta(days=day + DAYS_BEFORE) if soon else FAR.date()
        yield {
            "kind": "submit_assessment",
            "subject": Ref("seat", str(number)),
            "holder": f"a{number % HOLDERS}",
            "opened_at": FAR - timedelta(days=2000),
            "due_at": datetime(due_on.year, due_on.month, due_on.day, 23, 59, tzinfo=UTC),
            "state": DutyState.OPEN,
            "step": STEPS_OVER,
            "next_nudge_at": next_at,
            "version": 1,
        }


async def plan_of(units: SqlUnitsOfWork, now: datetime) -> list[str]:
    """How the database looks for what is due."""
    due = select(duties.c.id).where(
        duties.c.next_nudge_at <= now, in_state(duties.c.state, DutyState.OPEN)
    )
    lite = units.engines.reading.dialect.name == "sqlite"
    dialects: Any = sqlite if lite else postgresql
    said = str(due.compile(dialect=dialects.dialect(), compile_kwargs={"literal_binds": True}))
    asked = "EXPLAIN QUERY PLAN " if lite else "EXPLAIN "
    async with units(reading=True) as uow:
        rows = (await uow.connection.exec_driver_sql(asked + said)).all()
    return [str(row[-1]) for row in rows]
