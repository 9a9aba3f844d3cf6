"""What the database is asked: its statements and its commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import event

from storage.work import SqlUnitsOfWork


@dataclass(slots=True)
class Counted:
    """So many until now."""

    statements: int = 0
    commits: int = 0


@contextmanager
def counted(units: SqlUnitsOfWork) -> Iterator[Counted]:
    """Count while the block runs."""
    count = Counted()

    def asked(*_: Any) -> None:
        count.statements += 1

    def committed(_: Any) -> None:
        count.commits += 1

    engine = units.engines.writing.sync_engine
    event.listen(engine, "before_cursor_execute", asked)
    event.listen(engine, "commit", committed)
    try:
        yield count
    finally:
        event.remove(engine, "before_cursor_execute", asked)
        event.remove(engine, "commit", committed)
