"""The repository of alerts between professionals."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from domain.alerts.alert import Alert, AlertStep


class Alerts(Protocol):
    """What people wrote is encrypted at rest."""

    async def begin(self, new: Alert) -> Alert:
        """Write a draft under a new id."""

    async def get(self, alert_id: int) -> Alert | None:
        """One alert with its parties and steps."""

    async def save(self, alert: Alert) -> Alert:
        """Write all but parties and steps, if ``version`` is the one read; raises MovedOnFault."""

    async def tell(self, alert: Alert, people: Collection[str]) -> Alert:
        """Note that these people are told of it as well."""

    async def add_step(self, alert: Alert, step: AlertStep) -> Alert:
        """Note what happened, for good."""

    async def unanswered(self, today: date) -> list[Alert]:
        """Those whose day for a reply is over and whose next step was not offered yet."""

    async def of_person(self, person_id: str) -> list[Alert]:
        """What somebody raised or was told of, newest first; no drafts."""

    async def raised_between(self, first: datetime, before: datetime) -> list[Alert]:
        """Everything raised in that time, oldest first."""
