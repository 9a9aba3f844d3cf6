"""From what reached somebody to the entries of the framework that caused it.

A trace is asked of one card or duty: its kind, what it is about and whose it is. It reads the rows
behind it and gives the very entries whose rule brought it about; never an entry that would only
fit it. Each module of ``year.traces`` registers its own.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Table, select

from domain.frameworks.framework import Framework
from domain.frameworks.parts import Entry, KeyedEntry
from domain.people.person import Person
from domain.refs import BadRefFault, Ref
from storage.work import SqlUnitOfWork
from usecases.council import Council


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Something that reached a person; ``kind`` is that of a card or of a duty."""

    uow: SqlUnitOfWork
    council: Council
    kind: str
    about: Ref
    person: Person

    @property
    def framework(self) -> Framework:
        """The council's rules."""
        return self.council.framework

    async def row(self, table: Table, key: str | int | None = None) -> Mapping[str, Any]:
        """The row that it is about, or that of a key; empty where there is none."""
        column = next(iter(table.primary_key))
        wanted = self.number if key is None else key
        found = await self.uow.connection.execute(select(table).where(column == wanted))
        row = found.mappings().first()
        return dict(row) if row else {}

    @property
    def number(self) -> int:
        """The first number in what it is about; -1 where there is none."""
        try:
            return Ref(self.about.kind, self.about.key.partition("-")[0]).number
        except BadRefFault:
            return -1


Trace = Callable[[Reached], Awaitable[Iterable[Entry | None]]]

_TRACES: dict[str, list[Trace]] = {}


def traces(*subjects: str) -> Callable[[Trace], Trace]:
    """Make a function a trace of everything about those kinds of subjects."""

    def enter(trace: Trace) -> Trace:
        for one in subjects:
            _TRACES.setdefault(one, []).append(trace)
        return trace

    return enter


@cache
def every_trace() -> Mapping[str, list[Trace]]:
    """The traces by the kind of their subject."""
    package = importlib.import_module("year.traces")
    for module in pkgutil.iter_modules(package.__path__, "year.traces."):
        importlib.import_module(module.name)
    return dict(_TRACES)


async def caused_by(reached: Reached) -> list[Entry]:
    """The entries that brought it about, in no order; none where no trace knows it."""
    found: list[Entry] = []
    for trace in every_trace().get(reached.about.kind, ()):
        found += [entry for entry in await trace(reached) if entry is not None]
    return found


def keyed(entries: Iterable[KeyedEntry], key: object) -> list[Entry | None]:
    """The entry of that key, as a trace gives it."""
    return [entry for entry in entries if entry.key == key]
