"""Tells a database that is away or has no room from a fault of ours."""

from __future__ import annotations

import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from domain.faults import RecordsAwayFault

_SQLITE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
"""Of what SQLite calls operational, the part that is not a wrong statement."""

_POSTGRESQL: Final = ("08", "25P03", "40", "53", "55P03", "57", "58")
"""SQLSTATEs, or how they begin: connection, idle too long, lost a race, no room, a lock that is
not had, stopped by an operator, a broken disk (PostgreSQL's Appendix A)."""


class UnreachableError(Exception):
    """No connection to the server was to be had, for whatever reason."""


def as_fault(error: BaseException | None, *, committing: bool) -> RecordsAwayFault | None:
    """The fault for people where the database is to blame and surely kept nothing, else None.

    A connection that breaks while a commit is under way leaves open whether it was done.
    """
    if isinstance(error, NoConnectionError | UnreachableError):
        return RecordsAwayFault()
    if not isinstance(error, DBAPIError) or not _is_away(error):
        return None
    return None if committing and error.connection_invalidated else RecordsAwayFault()


def _is_away(error: DBAPIError) -> bool:
    code: int | None = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _SQLITE  # the rest of the number only says more
    state: str | None = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or (state or "").startswith(_POSTGRESQL)
