"""When something falls due next, so that a clock that is ours need not stop at every minute."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Select, func, select

from domain.delivery.message import MessageState
from storage.tables import assessments, metadata, outbox
from storage.tables.base import in_state
from storage.types import Moment
from storage.work import SqlUnitOfWork, SqlUnitsOfWork

NEXT = "next_"


class Upcoming:
    """Looks for what is due next; ``withdraw_for`` is how long what was submitted can come back."""

    def __init__(self, units: SqlUnitsOfWork, withdraw_for: timedelta) -> None:
        self._units = units
        self._withdraw_for = withdraw_for

    async def next(self, after: datetime) -> datetime | None:
        """The first moment after that one at which a row says it is to be looked at again.

        Every column ``next_…`` that holds a moment counts, messages that wait for their time, and
        assessments from the moment at which they can no longer be withdrawn.
        """
        async with self._units(reading=True) as uow:
            found = [await _first(uow, each) for each in _asked(after)]
            sent = await _first(uow, _submitted(after - self._withdraw_for))
        found.append(sent + self._withdraw_for if sent else None)
        return min((moment for moment in found if moment), default=None)


async def _first(uow: SqlUnitOfWork, asked: Select[Any]) -> datetime | None:
    moment: datetime | None = (await uow.connection.execute(asked)).scalar_one()
    return moment


def _submitted(after: datetime) -> Select[Any]:
    at = assessments.c.submitted_at
    return select(func.min(at, type_=Moment())).where(at > after)


def _asked(after: datetime) -> list[Select[Any]]:
    waiting = in_state(outbox.c.state, MessageState.WAITING)
    first = select(func.min(outbox.c.due_at, type_=Moment()))
    asked = [first.where(outbox.c.due_at > after, waiting)]
    for column in _columns():
        earliest = select(func.min(column, type_=Moment()))
        asked.append(earliest.where(column > after))
    return asked


def _columns() -> list[Column[datetime]]:
    return [
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name.startswith(NEXT) and isinstance(column.type, Moment)
    ]
