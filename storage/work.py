"""The unit of work: one transaction over all repositories, rolled back unless committed."""

from __future__ import annotations

import asyncio
from functools import cached_property
from types import TracebackType
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.away import as_fault
from storage.cipher import Cipher
from storage.engine import Engines, make_engines
from storage.repositories.access import SqlAccessRequests
from storage.repositories.addresses import SqlAddresses
from storage.repositories.assessments import SqlAssessments
from storage.repositories.audits import SqlAudits
from storage.repositories.cases import SqlCases
from storage.repositories.duties import SqlDuties
from storage.repositories.lists import SqlDroppedLists
from storage.repositories.notices import SqlNotices
from storage.repositories.outbox import SqlOutbox
from storage.repositories.outcomes import SqlOutcomes
from storage.repositories.people import SqlPeople
from storage.repositories.trail import SqlTrail
from storage.repositories.turns import SqlFocuses, SqlInbox


class NotOpenError(Exception):
    """A unit of work is used outside its ``async with``."""


class SqlUnitOfWork:
    """One connection and the repositories on it. One task, one unit; enter it once.

    The transaction begins with the first statement, so a unit that does nothing locks nothing.
    Raises RecordsAwayFault, on the way in or out, where the database is away or has no room.
    """

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self._engine = engine
        self._cipher = cipher
        self._connection: AsyncConnection | None = None
        self._committing = False

    @property
    def connection(self) -> AsyncConnection:
        """The transaction's connection, for what no repository does; raises NotOpenError."""
        if self._connection is None:
            raise NotOpenError("open the unit of work first: async with units() as uow")
        return self._connection

    @property
    def cipher(self) -> Cipher:
        """What seals people's words."""
        return self._cipher

    @cached_property
    def people(self) -> SqlPeople:
        """The staff list."""
        return SqlPeople(self.connection)

    @cached_property
    def cases(self) -> SqlCases:
        """The records, by reference."""
        return SqlCases(self.connection)

    @cached_property
    def audits(self) -> SqlAudits:
        """Cycles, audits and seats."""
        return SqlAudits(self.connection, self._cipher)

    @cached_property
    def assessments(self) -> SqlAssessments:
        """Drafts and what was submitted."""
        return SqlAssessments(self.connection, self._cipher)

    @cached_property
    def outcomes(self) -> SqlOutcomes:
        """What audits came to."""
        return SqlOutcomes(self.connection, self._cipher)

    @cached_property
    def notices(self) -> SqlNotices:
        """Who was told of an audit."""
        return SqlNotices(self.connection, self._cipher)

    @cached_property
    def duties(self) -> SqlDuties:
        """Who must do what by when."""
        return SqlDuties(self.connection)

    @cached_property
    def trail(self) -> SqlTrail:
        """The chain of what was done."""
        return SqlTrail(self.connection)

    @cached_property
    def outbox(self) -> SqlOutbox:
        """What must reach whom."""
        return SqlOutbox(self.connection)

    @cached_property
    def addresses(self) -> SqlAddresses:
        """Where people can be reached."""
        return SqlAddresses(self.connection)

    @cached_property
    def inbox(self) -> SqlInbox:
        """Which activities have been seen."""
        return SqlInbox(self.connection)

    @cached_property
    def focuses(self) -> SqlFocuses:
        """The form that is open for each person."""
        return SqlFocuses(self.connection)

    @cached_property
    def access(self) -> SqlAccessRequests:
        """Who asked for a way in."""
        return SqlAccessRequests(self.connection)

    @cached_property
    def lists(self) -> SqlDroppedLists:
        """Lists that were dropped into a chat."""
        return SqlDroppedLists(self.connection, self._cipher)

    async def commit(self) -> None:
        """Make it so."""
        self._committing = True
        await self.connection.commit()
        self._committing = False

    async def rollback(self) -> None:
        """Forget it; the next statement begins a new transaction."""
        await self.connection.rollback()

    async def __aenter__(self) -> Self:
        if self._connection is not None:
            raise NotOpenError("this unit of work is open already: take another one")
        try:
            self._connection = await self._engine.connect()
        except Exception as error:
            away = as_fault(error, committing=False)
            if away is None:
                raise
            raise away from error
        return self

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

    def __call__(self, *, reading: bool = False) -> SqlUnitOfWork:
        """A new unit; a ``reading`` one cannot write and never waits for a writer."""
        engine = self.engines.reading if reading else self.engines.writing
        return SqlUnitOfWork(engine, self.cipher)

    async def close(self) -> None:
        """Close all connections."""
        await self.engines.dispose()


def open_units(url: str, cipher: Cipher) -> SqlUnitsOfWork:
    """Units of work on the database at a URL (``sqlite:///…`` or ``postgresql://…``)."""
    return SqlUnitsOfWork(make_engines(url), cipher)
