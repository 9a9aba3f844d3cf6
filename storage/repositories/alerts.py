"""Alerts between professionals, who was told, and every step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, insert, or_, select, update

from domain.alerts.alert import Alert, AlertState, AlertStep
from storage.repositories.base import SealingRepository
from storage.tables import alert_parties, alert_steps, alerts

_ROW = alerts.c
_SEALED = ("agency", "concern", "effect")
_ELSEWHERE = {"id", "parties", "steps"}


class SqlAlerts(SealingRepository):
    """Implements the port ``Alerts``."""

    async def begin(self, new: Alert) -> Alert:
        """Write a draft under a new id."""
        written = insert(alerts).values(**self._values(new)).returning(_ROW.id)
        number: int = (await self._connection.execute(written)).scalar_one()
        return replace(new, id=number)

    async def get(self, alert_id: int) -> Alert | None:
        """One alert with its parties and steps."""
        found = await self._found(_ROW.id == alert_id)
        return found[0] if found else None

    async def save(self, alert: Alert) -> Alert:
        """Write all but parties and steps, if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(alert, version=alert.version + 1)
        read = update(alerts).filter_by(id=alert.id, version=alert.version)
        await self._swap(read.values(**self._values(saved)))
        return saved

    async def tell(self, alert: Alert, people: Collection[str]) -> Alert:
        """Note that these people are told of it as well."""
        for person_id in people:
            new = self._insert(alert_parties).values(alert_id=alert.id, person_id=person_id)
            await self._count(new.on_conflict_do_nothing())
        return replace(alert, parties=tuple(sorted({*alert.parties, *people})))

    async def add_step(self, alert: Alert, step: AlertStep) -> Alert:
        """Note what happened, for good."""
        row = {**asdict(step), "words": self._cipher.seal(step.words)}
        await self._count(insert(alert_steps).values(alert_id=alert.id, **row))
        return replace(alert, steps=(*alert.steps, step))

    async def unanswered(self, today: date) -> list[Alert]:
        """Those whose day for a reply is over and whose next step was not offered yet."""
        late = (_ROW.due_on < today) & _ROW.offered_at.is_(None)
        return await self._found((_ROW.state == AlertState.WAITING) & late)

    async def of_person(self, person_id: str) -> list[Alert]:
        """What somebody raised or was told of, newest first; no drafts."""
        told = select(alert_parties.c.alert_id).where(alert_parties.c.person_id == person_id)
        theirs = or_(_ROW.raised_by == person_id, _ROW.id.in_(told))
        return (await self._found(theirs & _ROW.raised_at.is_not(None)))[::-1]

    async def raised_between(self, first: datetime, before: datetime) -> list[Alert]:
        """Everything raised in that time, oldest first."""
        return await self._found((_ROW.raised_at >= first) & (_ROW.raised_at < before))

    async def _found(self, which: ColumnElement[bool]) -> list[Alert]:
        rows = await self._all(select(alerts).where(which).order_by(_ROW.id))
        numbers = [row["id"] for row in rows]
        told = select(alert_parties).where(alert_parties.c.alert_id.in_(numbers))
        parties = await self._all(told.order_by(alert_parties.c.person_id)) if rows else []
        happened = select(alert_steps).where(alert_steps.c.alert_id.in_(numbers))
        steps = await self._all(happened.order_by(alert_steps.c.id)) if rows else []
        return [
            self._read(
                row,
                tuple(one["person_id"] for one in parties if one["alert_id"] == row["id"]),
                tuple(self._step(one) for one in steps if one["alert_id"] == row["id"]),
            )
            for row in rows
        ]

    def _read(
        self, row: RowMapping, parties: tuple[str, ...], steps: tuple[AlertStep, ...]
    ) -> Alert:
        opened = {key: self._cipher.open(row[key]) for key in _SEALED}
        case_ref = row["case_ref"] or ""
        return Alert(**{**row, **opened, "case_ref": case_ref, "parties": parties, "steps": steps})

    def _step(self, row: RowMapping) -> AlertStep:
        return AlertStep(
            kind=row["kind"],
            level=row["level"],
            person_id=row["person_id"],
            at=row["at"],
            words=self._cipher.open(row["words"]),
        )

    def _values(self, alert: Alert) -> dict[str, Any]:
        row = {key: value for key, value in asdict(alert).items() if key not in _ELSEWHERE}
        row |= {key: self._cipher.seal(row[key]) for key in _SEALED}
        return {**row, "case_ref": alert.case_ref or None}
