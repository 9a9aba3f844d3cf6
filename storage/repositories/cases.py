"""The records, by reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import select

from domain.cases.case import Case
from storage.repositories.base import Repository
from storage.tables import cases


class SqlCases(Repository):
    """Implements the port ``Cases``."""

    async def get(self, ref: str) -> Case | None:
        """One record."""
        row = await self._one(select(cases).where(cases.c.ref == ref))
        return Case(**row) if row else None

    async def all(self) -> dict[str, Case]:
        """Every record by reference."""
        rows = await self._all(select(cases).order_by(cases.c.ref))
        return {row["ref"]: Case(**row) for row in rows}

    async def put(self, cases: Iterable[Case]) -> None:
        """Write records as they are given, new or known."""
        await self._put_rows([asdict(case) for case in cases])

    async def _put_rows(self, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        insert = self._insert(cases)
        changed = {name: insert.excluded[name] for name in rows[0] if name != "ref"}
        await self._connection.execute(
            insert.on_conflict_do_update(index_elements=["ref"], set_=changed), rows
        )
