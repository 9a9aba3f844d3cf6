"""What people ask about their duties, and who turned out unreachable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy import delete, func, select, update

from domain.agenda.ask import AskKind, AskState, DutyAsk, NewAsk
from domain.duties import DutyState
from storage.known import remembered
from storage.repositories.base import Repository
from storage.tables import duties, duty_asks, out_of_reach
from storage.tables.base import in_state

_ASK: Final = select(duty_asks)
_AGREED: Final = (
    in_state(duty_asks.c.kind, AskKind.SNOOZE),
    in_state(duty_asks.c.state, AskState.AGREED),
)
_NEWEST: Final = (
    select(duty_asks.c.duty_id, func.max(duty_asks.c.id).label("id"))
    .where(*_AGREED)
    .group_by(duty_asks.c.duty_id)
    .subquery()
)
_SNOOZES: Final = (
    select(duty_asks.c.duty_id, duty_asks.c.until)
    .join(_NEWEST, duty_asks.c.id == _NEWEST.c.id)
    .join(duties, duties.c.id == duty_asks.c.duty_id)
    .where(in_state(duties.c.state, DutyState.OPEN))
)


class SqlDutyAsks(Repository):
    """Implements the port ``DutyAsks``."""

    async def add(self, ask: NewAsk, now: datetime) -> DutyAsk:
        """Write it; the waiting one of the same duty and kind gives way to it."""
        before = update(duty_asks).where(
            duty_asks.c.duty_id == ask.duty_id,
            duty_asks.c.kind == ask.kind,
            in_state(duty_asks.c.state, AskState.WAITING),
        )
        ended = {"state": AskState.REFUSED, "decided_by": ask.asked_by, "decided_at": now}
        await self._count(before.values(**ended, version=duty_asks.c.version + 1))
        settled = {"decided_by": ask.asked_by, "decided_at": now} if ask.agreed else {}
        new = self._insert(duty_asks).values(
            duty_id=ask.duty_id,
            kind=ask.kind,
            state=AskState.AGREED if ask.agreed else AskState.WAITING,
            asked_by=ask.asked_by,
            asked_at=now,
            until=ask.until,
            version=1,
            **settled,
        )
        (row,) = await self._all(new.returning(*duty_asks.columns))
        return DutyAsk(**row)

    async def get(self, ask_id: int) -> DutyAsk | None:
        """One ask."""
        row = await self._one(_ASK.filter_by(id=ask_id))
        return DutyAsk(**row) if row else None

    async def save(self, ask: DutyAsk) -> DutyAsk:
        """Write the answer; gives it back with the next version."""
        later = replace(ask, version=ask.version + 1)
        as_read = update(duty_asks).where(
            duty_asks.c.id == ask.id, duty_asks.c.version == ask.version
        )
        await self._swap(as_read.values(**asdict(later)))
        return later

    async def of_duty(self, duty_id: int) -> list[DutyAsk]:
        """All that was asked about a duty, oldest first."""
        found = _ASK.filter_by(duty_id=duty_id).order_by(duty_asks.c.id)
        return [DutyAsk(**row) for row in await self._all(found)]

    async def waiting_of(self, person_id: str) -> list[DutyAsk]:
        """What a person has asked and nobody has answered yet, oldest first."""
        waits = in_state(duty_asks.c.state, AskState.WAITING)
        found = _ASK.filter_by(asked_by=person_id).where(waits).order_by(duty_asks.c.id)
        return [DutyAsk(**row) for row in await self._all(found)]

    async def snoozes(self) -> Mapping[int, date]:
        """Until when reminders of open duties were put off, by number; the newest word counts."""
        rows = await self._all(_SNOOZES)
        return {row["duty_id"]: row["until"] for row in rows}


class SqlReach(Repository):
    """Implements the port ``Reach``."""

    async def lose(self, person_id: str, why: str, now: datetime) -> bool:
        """Note it; False where it was known."""
        new = self._insert(out_of_reach).values(person_id=person_id, why=why, since=now)
        return await self._count(new.on_conflict_do_nothing()) == 1

    async def find(self, person_id: str) -> bool:
        """They are back; False where nobody missed them."""
        gone = delete(out_of_reach).where(out_of_reach.c.person_id == person_id)
        return await self._count(gone) == 1

    @remembered
    async def lost(self) -> Mapping[str, str]:
        """Everybody who is lost with the reason, by person."""
        rows = await self._all(select(out_of_reach.c.person_id, out_of_reach.c.why))
        return {row["person_id"]: row["why"] for row in rows}

    async def untold(self) -> Mapping[str, datetime]:
        """Those of whom the coordinators have not heard yet, and since when."""
        found = select(out_of_reach.c.person_id, out_of_reach.c.since)
        rows = await self._all(found.where(out_of_reach.c.told_at.is_(None)))
        return {row["person_id"]: row["since"] for row in rows}

    async def told(self, person_id: str, now: datetime) -> None:
        """The coordinators have heard of it."""
        known = update(out_of_reach).where(out_of_reach.c.person_id == person_id)
        await self._count(known.values(told_at=now))
