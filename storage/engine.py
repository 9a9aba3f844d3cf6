"""Makes engines: SQLite so that it loses nothing, PostgreSQL so that it never hangs."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from storage.away import UnreachableError
from storage.in_place import connect_to

DRIVERS: Final[Mapping[str, str]] = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+asyncpg",
}
LOCK_WAIT: Final = timedelta(seconds=5)
IDLE_TRANSACTION: Final = timedelta(seconds=30)
SURE_FOR: Final = timedelta(milliseconds=50)

# FULL: what was acknowledged survives a power cut (reliability.md, F17)
_PRAGMAS: Final = (
    f"busy_timeout={LOCK_WAIT // timedelta(milliseconds=1)}",
    "journal_mode=WAL",
    "synchronous=FULL",
)
_KNOWN_TO_ASYNCPG: Final[Mapping[str, str]] = {
    "host": "host",
    "port": "port",
    "sslmode": "ssl",
    "ssl": "ssl",
}


class DatabaseUrlError(Exception):
    """The address of the database cannot be used."""


@dataclass(frozen=True, slots=True)
class Engines:
    """Two ways into one database. On PostgreSQL they share one pool."""

    writing: AsyncEngine
    reading: AsyncEngine

    async def dispose(self) -> None:
        """Close all connections."""
        await self.writing.dispose()
        await self.reading.dispose()


def driver_url(url: str) -> URL:
    """The address with its async driver; raises DatabaseUrlError where there is none for it."""
    parsed = make_url(url)
    family = parsed.get_backend_name()
    if family not in DRIVERS:
        raise DatabaseUrlError(f"{family!r} is no database for this; use sqlite or postgresql")
    if family == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise DatabaseUrlError("a database in memory is lost on every restart; name a file")
    if family == "postgresql":
        parsed = _for_asyncpg(parsed)
    return parsed.set(drivername=DRIVERS[family])


def _for_asyncpg(url: URL) -> URL:
    """The address as the driver wants it: it spells one of libpq's words in another way."""
    unknown = set(url.query) - _KNOWN_TO_ASYNCPG.keys()
    if unknown:
        known = ", ".join(_KNOWN_TO_ASYNCPG)
        raise DatabaseUrlError(f"the address says {min(unknown)!r}; it may say {known}")
    return url.set(query={_KNOWN_TO_ASYNCPG[key]: said for key, said in url.query.items()})


def make_engines(url: str) -> Engines:
    """Engines for writing and for reading; makes the folder of an SQLite file."""
    parsed = driver_url(url)
    if parsed.get_backend_name() == "sqlite":
        return Engines(_sqlite_writing(parsed), _sqlite_reading(parsed))
    writing = _postgresql(parsed)
    return Engines(writing, writing.execution_options(postgresql_readonly=True))


def migration_engine(url: str) -> AsyncEngine:
    """An engine for changing tables.

    SQLite changes a table by copying it, which foreign keys that are on would turn into a
    deletion of all that hangs on it.
    """
    parsed = driver_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, begin="BEGIN IMMEDIATE", pragmas=("foreign_keys=OFF",), pool_size=1)
    return _postgresql(parsed)


def _sqlite_writing(url: URL) -> AsyncEngine:
    # One connection: writers of this process stand in a fair queue, where SQLite's own waiting
    # is a poll; other processes are waited for by busy_timeout.
    return _sqlite(
        url, begin="BEGIN IMMEDIATE", pragmas=("foreign_keys=ON",), pool_size=1, max_overflow=0
    )


def _sqlite_reading(url: URL) -> AsyncEngine:
    return _sqlite(url, begin="BEGIN", pragmas=("query_only=ON",), pool_size=5)


def _sqlite(url: URL, *, begin: str, pragmas: tuple[str, ...], **pool: Any) -> AsyncEngine:
    path = Path(url.database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        url, hide_parameters=True, async_creator=lambda: connect_to(path), **pool
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: DBAPIConnection, _record: object) -> None:
        # the driver's own BEGIN is deferred and loses updates (tech.md, trap 11): it is told to
        # leave transactions alone, and `start` below begins them
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (*_PRAGMAS, *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgresql(url: URL) -> AsyncEngine:
    idle = IDLE_TRANSACTION // timedelta(milliseconds=1)
    settings = {"idle_in_transaction_session_timeout": str(idle), "timezone": "UTC"}
    engine = create_async_engine(
        url,
        hide_parameters=True,
        # whoever was used last goes first: it knows the statements already (the driver prepares
        # one for each connection when it has seen it some times), and is surely still there
        pool_use_lifo=True,
        connect_args={
            "async_creator_fn": _connect,
            "server_settings": settings,
            # a turn and its messages know more than the hundred that are kept if nothing is said
            "prepared_statement_cache_size": 1000,
        },
    )
    _ask_the_rested(engine)
    return engine


async def _connect(*address: Any, **how: Any) -> Any:
    """A connection; raises UnreachableError, for which the driver has a dozen other words."""
    import asyncpg  # noqa: PLC0415 - 8 MiB that a service on SQLite has no use for

    try:
        return await asyncpg.connect(*address, **how)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise UnreachableError(type(error).__name__) from error


def _ask_the_rested(engine: AsyncEngine) -> None:
    """Have connections that rested for a while answer before they are used again.

    A server takes longer to stop and start than ``SURE_FOR``, so one that was in use just now is
    there or the server is not; to ask it would be a round trip more in every turn of a busy time.
    """

    @event.listens_for(engine.sync_engine, "checkin")
    def rest(_connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(engine.sync_engine, "checkout")
    def ask(
        connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        since = record.info.get("rests_since")
        if since is None or time.monotonic() - since < SURE_FOR.total_seconds():
            return
        dialect = engine.sync_engine.dialect
        try:
            dialect.do_ping(connection)
        except dialect.loaded_dbapi.Error as error:
            # the pool takes another one, and asks those that are as old as this one no more
            raise InvalidatePoolError from error
