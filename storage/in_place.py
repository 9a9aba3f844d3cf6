"""SQLite's connections that ask where they stand, without a trip to aiosqlite's thread.

A statement of ours takes SQLite some microseconds, and a trip to the thread and back a multiple
of that: the trips were most of a turn. So what cannot wait for anybody is done at once. What may
wait still goes to the thread: to begin a transaction that writes (another process may be writing),
to commit (a disk that flushes), to write or to read many rows.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Self

import aiosqlite

AT_ONCE = 500
"""Rows that come along with a statement; a longer answer is fetched in further trips."""

MAY_WAIT = ("BEGIN IMMEDIATE", "PRAGMA")
"""How the statements begin that may wait for another process."""

Parameters = Sequence[Any]


class InPlaceCursor:
    """What SQLAlchemy uses of a cursor. Rows that came along are kept here until they are read."""

    def __init__(self, connection: InPlaceConnection) -> None:
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
        if self._connection.busy or statement.startswith(MAY_WAIT):
            await self._connection.trip(lambda: self._run("execute", statement, parameters))
        else:
            self._run("execute", statement, parameters)
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

    # what follows runs in the connection's thread, or while that has nothing to do

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


class InPlaceConnection(aiosqlite.Connection):
    """aiosqlite's connection and its thread, with cursors of ours."""

    _asked = 0
    _answered = 0
    _stopped = False

    @property
    def busy(self) -> bool:
        """Whether the thread has something in hand, if only for somebody who gave up waiting."""
        return self._asked != self._answered

    def stop(self) -> asyncio.Future[Any] | None:
        """Have the thread end, once: it would never answer whoever asks for that again.

        A pool that is given up and a task that is cancelled may close one connection together.
        """
        if self._stopped:
            return None
        self._stopped = True
        return super().stop()

    def cursor(self) -> InPlaceCursor:  # type: ignore[override]  # ours has fewer trips
        """A cursor; no trip."""
        return InPlaceCursor(self)

    def cursor_here(self) -> sqlite3.Cursor:
        """SQLite's own cursor; for the connection's thread, or while it has nothing to do."""
        return self._conn.cursor()

    def trip(self, work: Callable[[], object]) -> Awaitable[None]:
        """Have something done in the connection's thread."""
        self._asked += 1

        def counted() -> None:
            try:
                work()
            finally:
                self._answered += 1

        made: Awaitable[None] = self._execute(counted)  # type: ignore[no-untyped-call]  # not public
        return made

    async def commit(self) -> None:
        """Make it so, in the thread: the disk flushes."""
        await self.trip(self._conn.commit)

    async def rollback(self) -> None:
        """Forget it, at once: in a write-ahead log that asks neither the disk nor anybody else."""
        if self.busy:
            await self.trip(self._conn.rollback)
        else:
            self._conn.rollback()


def connect_to(path: Path) -> InPlaceConnection:
    """A connection that opens when it is awaited; its thread keeps no process from ending."""
    # the pool may close a connection in another thread than the one that used it, and asks in
    # another one than that which opened it
    connection = InPlaceConnection(
        lambda: sqlite3.connect(path, check_same_thread=False), iter_chunk_size=AT_ONCE
    )
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does with its own
    return connection
