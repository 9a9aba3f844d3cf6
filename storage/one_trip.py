"""SQLite's connections with one trip to their thread for each statement, in place of four.

aiosqlite goes there to make a cursor, to execute, to fetch and to close it. A statement of ours
takes SQLite some microseconds and each trip a multiple of that, so the trips were most of a turn.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Self

import aiosqlite

AT_ONCE = 500
"""Rows that come along with a statement; a longer answer is fetched in further trips."""

Parameters = Sequence[Any]


class OneTripCursor:
    """What SQLAlchemy uses of a cursor. Rows that came along are kept here until they are read."""

    def __init__(self, connection: OneTripConnection) -> None:
        self._connection = connection
        self._cursor: sqlite3.Cursor | None = None
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Parameters = ()) -> Self:
        """Run a statement and take its first rows along."""
        await self._connection.trip(lambda: self._run("execute", statement, parameters))
        return self

    async def executemany(self, statement: str, parameters: Sequence[Parameters]) -> Self:
        """Run a statement for each set of parameters."""
        await self._connection.trip(lambda: self._run("executemany", statement, parameters))
        return self

    async def fetchall(self) -> list[Any]:
        """Every row that is left."""
        if self._cursor is not None:
            await self._connection.trip(lambda: self._take(-1))
        rows, self._rows = self._rows, []
        return rows

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        """The next rows, none where there are no more."""
        wanted = size or self.arraysize
        if self._cursor is not None and len(self._rows) < wanted:
            await self._connection.trip(lambda: self._take(max(wanted, AT_ONCE)))
        rows, self._rows = self._rows[:wanted], self._rows[wanted:]
        return rows

    async def fetchone(self) -> Any:
        """The next row, or None."""
        return next(iter(await self.fetchmany(1)), None)

    async def close(self) -> None:
        """Let go; a trip only where rows were left behind."""
        self._rows = []
        if self._cursor is not None:
            await self._connection.trip(self._done)

    # what follows runs in the connection's thread

    def _run(self, how: str, statement: str, parameters: Sequence[Any]) -> None:
        self._cursor = self._connection.cursor_here()
        try:
            getattr(self._cursor, how)(statement, parameters)
            self.description = self._cursor.description
            self._take(AT_ONCE)
        except BaseException:
            self._done()
            raise

    def _take(self, most: int) -> None:
        cursor = self._cursor
        if cursor is None:
            return
        found = list(cursor if most < 0 else islice(cursor, most))
        self._rows += found
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        if most < 0 or len(found) < most:
            self._done()

    def _done(self) -> None:
        if self._cursor is not None:
            self._cursor.close()
            self._cursor = None


class OneTripConnection(aiosqlite.Connection):
    """aiosqlite's connection and its thread, with cursors of ours."""

    def cursor(self) -> OneTripCursor:  # type: ignore[override]  # ours has fewer trips
        """A cursor; no trip."""
        return OneTripCursor(self)

    def cursor_here(self) -> sqlite3.Cursor:
        """SQLite's own cursor; to be called in the connection's thread."""
        return self._conn.cursor()

    def trip(self, work: Callable[[], None]) -> Awaitable[None]:
        """Have something done in the connection's thread."""
        made: Awaitable[None] = self._execute(work)  # type: ignore[no-untyped-call]  # not public
        return made


def connect_to(path: Path) -> OneTripConnection:
    """A connection that opens when it is awaited; its thread keeps no process from ending."""
    # the pool may close a connection in another thread than the one that used it
    connection = OneTripConnection(
        lambda: sqlite3.connect(path, check_same_thread=False), iter_chunk_size=AT_ONCE
    )
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does with its own
    return connection
