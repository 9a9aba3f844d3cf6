"""Who is excused from all other audit work, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from sqlalchemy import delete, select

from domain.audits.audit import AuditState
from domain.audits.exemption import Spell
from storage.repositories.base import Repository
from storage.tables import audits, exemptions

_COLUMNS = [column for column in exemptions.columns if column.name != "id"]


class SqlExemptions(Repository):
    """Implements the port ``Exemptions``."""

    async def put(self, cycle_id: int, spells: Iterable[Spell]) -> None:
        """These people, and no others, are excused by the cycle."""
        rows = [asdict(spell) for spell in spells]
        people = [row["person_id"] for row in rows]
        others = delete(exemptions).where(
            exemptions.c.cycle_id == cycle_id, exemptions.c.person_id.not_in(people)
        )
        await self._connection.execute(others)
        if rows:
            new = self._insert(exemptions).on_conflict_do_nothing()
            await self._connection.execute(new, rows)

    async def of_cycle(self, cycle_id: int) -> list[Spell]:
        """Whom the cycle excuses, by id."""
        found = select(*_COLUMNS).where(exemptions.c.cycle_id == cycle_id)
        return [Spell(**row) for row in await self._all(found.order_by(exemptions.c.person_id))]

    async def between(self, first_day: date, last_day: date) -> list[Spell]:
        """Every spell with a day between the two; none of a cycle that was cancelled whole."""
        goes_on = select(audits.c.id).where(
            audits.c.cycle_id == exemptions.c.cycle_id, audits.c.state != AuditState.CANCELLED
        )
        found = select(*_COLUMNS).where(
            exemptions.c.first_day <= last_day,
            exemptions.c.last_day >= first_day,
            goes_on.exists(),
        )
        return [Spell(**row) for row in await self._all(found.order_by(exemptions.c.id))]
