"""What repositories share: a connection, inserts of either dialect, saves that can be lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Executable, RowMapping, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.faults import MovedOnFault
from storage.cipher import Cipher

S = TypeVar("S", bound=Executable)


def in_both(write: Callable[[Callable[[Table], postgresql.Insert]], S]) -> Mapping[str, S]:
    """An INSERT with ON CONFLICT as a constant, written once for each database."""
    # both dialects spell the methods that are used here in the same way
    like = cast("Callable[[Table], postgresql.Insert]", sqlite.insert)
    return {"sqlite": write(like), "postgresql": write(postgresql.insert)}


class Repository:
    """Statements on the connection of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @property
    def connection(self) -> AsyncConnection:
        """The connection of the unit of work."""
        return self._connection

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

    async def _count(self, statement: Executable, **bound: Any) -> int:
        """Run a write; gives how many rows it touched.

        Of an INSERT the library forgets the number on PostgreSQL unless it is asked to keep it.
        """
        keep = {"preserve_rowcount": True}
        done = await self._connection.execute(statement, bound or None, execution_options=keep)
        return done.rowcount

    def _here(self, statement: Mapping[str, S]) -> S:
        """Of a statement written for both databases, the one for this one."""
        return statement[self._connection.dialect.name]

    async def _swap(self, statement: Executable, **bound: Any) -> None:
        """Run a write that names the version it read; raises MovedOnFault where it is gone."""
        if await self._count(statement, **bound) != 1:
            raise MovedOnFault


class SealingRepository(Repository):
    """A repository with columns that hold what people wrote."""

    def __init__(self, connection: AsyncConnection, cipher: Cipher) -> None:
        super().__init__(connection)
        self._cipher = cipher
