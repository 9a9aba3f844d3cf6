"""What a unit of work holds: its connection, the cipher, and what it knows already."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.cipher import Cipher
from storage.directory import Directory
from storage.known import Known


class NotOpenError(Exception):
    """A unit of work is used outside its ``async with``."""


class Holding:
    """The connection that all repositories of a unit share."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher, directory: Directory) -> None:
        self._engine = engine
        self._cipher = cipher
        self._directory = directory
        self._known = Known()
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
