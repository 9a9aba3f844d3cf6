"""The unit of work: one transaction over all repositories, rolled back unless committed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cached_property
from inspect import getmembers
from types import TracebackType
from typing import Self

from sqlalchemy import bindparam, func, select

from storage.auditing import AuditRepositories
from storage.away import as_fault
from storage.cipher import Cipher
from storage.delivering import DeliveryRepositories
from storage.directory import Directory
from storage.engine import Engines, make_engines
from storage.holding import NotOpenError
from storage.keeping import PeopleRepositories
from storage.known import hears, watch
from storage.meeting import MeetingRepositories

_IN_TURN = select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("name"), 0)))


class SqlUnitOfWork(
    AuditRepositories, MeetingRepositories, DeliveryRepositories, PeopleRepositories
):
    """One connection and the repositories on it. One task, one unit; enter it once.

    The transaction begins with the first statement, so a unit that does nothing locks nothing.
    Raises RecordsAwayFault, on the way in or out, where the database is away or has no room.
    """

    async def alone(self, name: str) -> bool:
        """Whether no other replica is at what is so called; holds until the transaction is over.

        On SQLite one writing transaction runs at a time, and the others wait.
        """
        if self.connection.dialect.name == "sqlite":
            return True
        lock = select(func.pg_try_advisory_xact_lock(func.hashtextextended(name, 0)))
        return bool((await self.connection.execute(lock)).scalar_one())

    async def in_turn(self, name: str) -> None:
        """Wait for whoever is at what is so called, and hold it until the transaction is over.

        On SQLite one writing transaction runs at a time: from its first statement on it is held.
        """
        if self.connection.dialect.name != "sqlite":
            await self.connection.execute(_IN_TURN, {"name": name})
            self._known.forget(staff=False)  # it may have waited for somebody else's commit

    @asynccontextmanager
    async def let_go(self) -> AsyncIterator[None]:
        """Hold nothing of the database meanwhile, where nothing was written in the transaction."""
        if self._known.wrote:
            yield
            return
        await self.connection.close()  # SQLite has one that writes, and others wait for it
        try:
            yield
        finally:
            self._begin_anew()
            for name, kind in getmembers(type(self)):
                if isinstance(kind, cached_property):
                    vars(self).pop(name, None)  # a repository on the connection that is gone
            await self._connect()

    async def commit(self) -> None:
        """Make it so."""
        self._committing = True
        await self.connection.commit()
        self._committing = False
        self._begin_anew()

    async def rollback(self) -> None:
        """Forget it; the next statement begins a new transaction."""
        await self.connection.rollback()
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._known.forget(staff=True)
        self._known.wrote = False

    async def __aenter__(self) -> Self:
        if self._connection is not None:
            raise NotOpenError("this unit of work is open already: take another one")
        await self._connect()
        return self

    async def _connect(self) -> None:
        try:
            self._connection = await self._engine.connect()
        except Exception as error:
            away = as_fault(error, committing=False)
            if away is None:
                raise
            raise away from error
        hears(self._connection, self._known)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # closing rolls back what was not committed; a cancelled task must still get there
        closing = asyncio.create_task(self.connection.close())
        await asyncio.shield(closing)
        away = as_fault(error, committing=self._committing)
        if away is not None:
            raise away from error


class SqlUnitsOfWork:
    """Opens units of work on a database."""

    def __init__(self, engines: Engines, cipher: Cipher) -> None:
        self.engines = engines
        self.cipher = cipher
        self._directory = Directory()
        watch(engines.writing)

    def __call__(self, *, reading: bool = False) -> SqlUnitOfWork:
        """A new unit; a ``reading`` one cannot write and never waits for a writer."""
        engine = self.engines.reading if reading else self.engines.writing
        return SqlUnitOfWork(engine, self.cipher, self._directory)

    async def close(self) -> None:
        """Close all connections."""
        await self.engines.dispose()


def open_units(url: str, cipher: Cipher) -> SqlUnitsOfWork:
    """Units of work on the database at a URL (``sqlite:///…`` or ``postgresql://…``)."""
    return SqlUnitsOfWork(make_engines(url), cipher)
