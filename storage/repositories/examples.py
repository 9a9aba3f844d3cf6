"""Good practice that managers were asked to name."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import select, update

from domain.audits.example import Example
from storage.repositories.base import SealingRepository
from storage.tables import examples


class SqlExamples(SealingRepository):
    """Implements the port ``Examples``."""

    async def ask(self, example: Example) -> Example | None:
        """Keep a request under a new id; None where one to that person is open."""
        row = {name: value for name, value in self._row(example).items() if name != "id"}
        new = self._insert(examples).values(**row).on_conflict_do_nothing()
        written = await self._one(new.returning(examples.c.id))
        return replace(example, id=written["id"]) if written else None

    async def get(self, example_id: int) -> Example | None:
        """One request."""
        row = await self._one(select(examples).where(examples.c.id == example_id))
        return Example(**{**row, "why": self._cipher.open(row["why"])}) if row else None

    async def save(self, example: Example) -> Example:
        """Write one whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(example, version=example.version + 1)
        as_read = update(examples).filter_by(id=example.id, version=example.version)
        await self._swap(as_read.values(**self._row(saved)))
        return saved

    def _row(self, example: Example) -> dict[str, Any]:
        return {**asdict(example), "why": self._cipher.seal(example.why)}
