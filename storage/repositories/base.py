"""What repositories share: a connection, inserts of either dialect, saves that can be lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Executable, RowMapping, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.faults import MovedOnFault
from storage.cipher import Cipher


class Repository:
    """Statements on the connection of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    def _insert(self, table: Table) -> postgresql.Insert:
        """An INSERT that knows ON CONFLICT, in the database's own dialect."""
        if self._connection.dialect.name == "sqlite":
            # both dialects spell the methods that are used here in the same way
            return cast("postgresql.Insert", sqlite.insert(table))
        return postgresql.insert(table)

    async def _one(self, statement: Executable, **bound: Any) -> RowMapping | None:
        """The row by column name, or None; there is never a second one."""
        return (await self._connection.execute(statement, bound)).mappings().one_or_none()

    async def _all(self, statement: Executable, **bound: Any) -> Sequence[RowMapping]:
        """All rows by column name.

        What every turn asks is a constant of its module with ``bindparam``: to write a statement
        down anew takes longer than SQLite takes to answer it.
        """
        return (await self._connection.execute(statement, bound)).mappings().all()

    async def _count(self, statement: Executable) -> int:
        """Run a write; gives how many rows it touched.

        Of an INSERT the library forgets the number on PostgreSQL unless it is asked to keep it.
        """
        keep = {"preserve_rowcount": True}
        return (await self._connection.execute(statement, execution_options=keep)).rowcount

    async def _swap(self, statement: Executable) -> None:
        """Run a write that names the version it read; raises MovedOnFault where it is gone."""
        if await self._count(statement) != 1:
            raise MovedOnFault


class SealingRepository(Repository):
    """A repository with columns that hold what people wrote."""

    def __init__(self, connection: AsyncConnection, cipher: Cipher) -> None:
        super().__init__(connection)
        self._cipher = cipher
