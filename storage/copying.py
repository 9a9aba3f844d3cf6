"""A copy of the database to try things on: a file of its own, gone afterwards.

Both kinds of database are copied out of one moment without holding anybody up: SQLite by its own
backup, PostgreSQL row by row out of one snapshot that only reads. Trying things in a transaction
of the database itself, to be rolled back, would hold rows and locks that the service needs.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from sqlalchemy import Table, delete, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.migrate import upgrade
from storage.tables import metadata
from storage.work import SqlUnitsOfWork, open_units

AT_ONCE = 1_000
SNAPSHOT = text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


@asynccontextmanager
async def copied(units: SqlUnitsOfWork) -> AsyncIterator[SqlUnitsOfWork]:
    """Units of work on a copy, which only this user can read and which goes at the end.

    People's words are as sealed in it as they are in the database.
    """
    with tempfile.TemporaryDirectory(prefix="practice-loop-") as folder:
        path = Path(folder) / "copy.db"
        path.touch(mode=0o600)
        await _fill(units, path)
        copy = open_units(f"sqlite:///{path}", units.cipher)
        try:
            yield copy
        finally:
            await copy.close()


async def _fill(units: SqlUnitsOfWork, path: Path) -> None:
    url = units.engines.reading.url
    if url.get_backend_name() == "sqlite":
        _backed_up(Path(url.database or ""), path)
        return
    await upgrade(f"sqlite:///{path}")
    copy = open_units(f"sqlite:///{path}", units.cipher)
    try:
        async with units.engines.reading.connect() as source, copy.engines.writing.begin() as into:
            await source.execute(SNAPSHOT)
            await into.execute(text("PRAGMA defer_foreign_keys=ON"))
            for table in reversed(metadata.sorted_tables):
                await into.execute(delete(table))  # what a new database begins with
            for table in metadata.sorted_tables:
                await _table(source, into, table)
    finally:
        await copy.close()


def _backed_up(path: Path, copy: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)


async def _table(source: AsyncConnection, into: AsyncConnection, table: Table) -> None:
    """All rows of a table, some at a time."""
    async with source.stream(select(table)) as rows:
        async for some in rows.mappings().partitions(AT_ONCE):
            await into.execute(insert(table), [dict(row) for row in some])
