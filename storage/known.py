"""What one unit of work has read, so that it does not ask the database twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Hashable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeVar, cast

from sqlalchemy import Connection, ExecutionContext, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

T = TypeVar("T")
P = ParamSpec("P")

STAFF: Final = frozenset({"people", "absences"})
"""The tables of the staff list."""


class Known:
    """Answers by what was asked. Whoever asks again gets the same answer until it is forgotten.

    Any write of the unit forgets all of them, and so does a lock: either may have waited for
    somebody else's commit. Only ``staff`` outlives what is not written to the staff list: who the
    actor is, and what they may do, is settled once in a turn.
    """

    def __init__(self) -> None:
        self._answers: dict[Hashable, object] = {}
        self._staff: dict[Hashable, object] = {}
        self.wrote = False

    async def read(self, key: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        """The answer that is known, or else the one that is asked for now."""
        return await _read(self._answers, key, ask)

    async def read_staff(self, key: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        """The same of the staff list."""
        return await _read(self._staff, key, ask)

    def keep(self, key: Hashable, answer: object) -> None:
        """An answer that came along with another one."""
        self._answers[key] = answer

    def keep_staff(self, key: Hashable, answer: object) -> None:
        """The same of the staff list."""
        self._staff[key] = answer

    def forget(self, *, staff: bool) -> None:
        """Ask anew from now on; ``staff``: of the staff list too."""
        self._answers.clear()
        if staff:
            self._staff.clear()


async def _read(
    answers: dict[Hashable, object], key: Hashable, ask: Callable[[], Awaitable[T]]
) -> T:
    if key not in answers:
        answers[key] = await ask()
    return cast("T", answers[key])


class OnConnection(Protocol):
    """Whatever asks on the connection of a unit of work: a repository."""

    @property
    def connection(self) -> AsyncConnection:
        """The unit's connection."""


R = TypeVar("R", bound=OnConnection)


def remembered(
    ask: Callable[Concatenate[R, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[R, P], Coroutine[Any, Any, T]]:
    """Make a repository's question one that a unit of work asks once, until something is written.

    A card and the rules behind it ask for the same audit many times. Whoever gets a list or a
    mapping gets one of their own.
    """

    @wraps(ask)
    async def once(repository: R, /, *args: P.args, **named: P.kwargs) -> T:
        known: Known = repository.connection.sync_connection.info[Known]  # type: ignore[union-attr]  # it is open
        key = (ask, args, tuple(named.items()))
        found = await known.read(key, lambda: ask(repository, *args, **named))
        return cast("T", found.copy()) if isinstance(found, (list, dict)) else found

    return once


def hears(connection: AsyncConnection, known: Known) -> None:
    """From now on what is written on the connection is forgotten, whoever writes it."""
    connection.sync_connection.info[Known] = known  # type: ignore[union-attr]  # it is open


def watch(engine: AsyncEngine) -> None:
    """Have all connections of an engine tell what is written."""
    event.listen(engine.sync_engine, "before_cursor_execute", _heard)


def _heard(
    connection: Connection,
    _cursor: object,
    statement: str,
    _parameters: object,
    context: ExecutionContext | None,
    _many: bool,  # noqa: FBT001 - as above
) -> None:
    if statement.startswith(("SELECT", "BEGIN")) and not statement.endswith("FOR UPDATE"):
        return
    known: Known | None = connection.info.get(Known)
    if known is not None:
        known.wrote = True
        known.forget(staff=_may_be_staff(context))


def _may_be_staff(context: Any) -> bool:
    """Whether the statement may write to the staff list; of SQL as text nobody can tell."""
    compiled = getattr(context, "compiled", None)
    table = getattr(compiled.statement, "table", None) if compiled is not None else None
    return table is None or table.name in STAFF
