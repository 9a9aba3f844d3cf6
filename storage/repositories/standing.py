"""Standing reminders: each step of each for one person once for ever."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date, datetime

from sqlalchemy import ColumnElement, select, update

from domain.nudges.standing import StandingNudge
from storage.repositories.base import SealingRepository
from storage.tables import standing_nudges

_ROW = standing_nudges.c
_COLUMNS = tuple(_ROW[field.name] for field in fields(StandingNudge))


class SqlStandingNudges(SealingRepository):
    """Implements the port ``StandingNudges``."""

    async def plan(self, new: StandingNudge) -> bool:
        """Note that it is to be sent; False where that step was planned for the person before."""
        row = {key: value for key, value in asdict(new).items() if key not in {"id", "about"}}
        values = {**row, "about": new.about, "words": self._cipher.seal(new.words)}
        written = self._insert(standing_nudges).values(**values).on_conflict_do_nothing()
        return await self._one(written.returning(_ROW.id)) is not None

    async def get(self, number: int) -> StandingNudge | None:
        """One of them."""
        found = await self._found(_ROW.id == number)
        return found[0] if found else None

    async def waiting(self, since: date, today: date) -> list[StandingNudge]:
        """What is to be sent between the two days, both included, and was not; oldest first."""
        open_ones = _ROW.sent_at.is_(None) & _ROW.ticked_at.is_(None)
        return await self._found(open_ones & _ROW.send_on.between(since, today))

    async def planned(self, rule: str, slot: str) -> frozenset[str]:
        """Whom a slot of a rule was planned for."""
        rows = await self._all(select(_ROW.recipient).filter_by(rule=rule, slot=slot))
        return frozenset(row["recipient"] for row in rows)

    async def sent(self, reminder: StandingNudge, now: datetime) -> bool:
        """Note that it goes out; False where another has just sent it."""
        unsent = update(standing_nudges).where(_ROW.id == reminder.id, _ROW.sent_at.is_(None))
        return await self._count(unsent.values(sent_at=now)) == 1

    async def tick(self, reminder: StandingNudge, words: str, now: datetime) -> None:
        """It is done: every step of it for that person, and none comes again."""
        same = update(standing_nudges).filter_by(
            rule=reminder.rule, slot=reminder.slot, recipient=reminder.recipient
        )
        await self._count(
            same.where(_ROW.ticked_at.is_(None)).values(
                ticked_at=now, words=self._cipher.seal(words)
            )
        )

    async def _found(self, which: ColumnElement[bool]) -> list[StandingNudge]:
        rows = await self._all(select(*_COLUMNS).where(which).order_by(_ROW.id))
        return [StandingNudge(**{**row, "words": self._cipher.open(row["words"])}) for row in rows]
