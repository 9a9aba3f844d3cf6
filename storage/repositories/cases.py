"""The records, by reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.cases.case import Case
from storage.known import Known
from storage.repositories.base import Repository
from storage.tables import cases

_CASE = select(cases).where(cases.c.ref == bindparam("ref"))

_NAMES = tuple(field.name for field in fields(Case))


class SqlCases(Repository):
    """Implements the port ``Cases``."""

    def __init__(self, connection: AsyncConnection, known: Known) -> None:
        super().__init__(connection)
        self._known = known

    async def get(self, ref: str) -> Case | None:
        """One record."""
        return await self._known.read(("case", ref), lambda: self._get(ref))

    async def _get(self, ref: str) -> Case | None:
        row = await self._one(_CASE, ref=ref)
        return Case(**row) if row else None

    async def all(self) -> dict[str, Case]:
        """Every record by reference."""
        rows = await self._all(select(cases).order_by(cases.c.ref))
        return {row["ref"]: Case(**row) for row in rows}

    async def put(self, cases: Iterable[Case]) -> None:
        """Write records as they are given, new or known."""
        # a thousand times as many as anything else: asdict() would copy every value deeply
        await self._put_rows([{name: getattr(case, name) for name in _NAMES} for case in cases])

    async def _put_rows(self, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        insert = self._insert(cases)
        changed = {name: insert.excluded[name] for name in rows[0] if name != "ref"}
        await self._connection.execute(
            insert.on_conflict_do_update(index_elements=["ref"], set_=changed), rows
        )
