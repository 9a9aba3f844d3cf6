"""The unit of work: one transaction, rolled back unless it is committed out loud."""
# ruff: noqa: D102 - the repositories' own docstrings say what they are

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from usecases.ports.delivering import Addresses, Outbox
from usecases.ports.lists import DroppedLists
from usecases.ports.outcomes import Outcomes
from usecases.ports.records import (
    AccessRequests,
    Assessments,
    Audits,
    Cases,
    Duties,
    People,
    Trail,
)
from usecases.ports.turns import Focuses, Inbox, Notices


class UnitOfWork(Protocol):
    """All repositories of one transaction. Never hold one over a network call."""

    @property
    def people(self) -> People: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def audits(self) -> Audits: ...
    @property
    def assessments(self) -> Assessments: ...
    @property
    def outcomes(self) -> Outcomes: ...
    @property
    def notices(self) -> Notices: ...
    @property
    def duties(self) -> Duties: ...
    @property
    def trail(self) -> Trail: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def addresses(self) -> Addresses: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def focuses(self) -> Focuses: ...
    @property
    def access(self) -> AccessRequests: ...
    @property
    def lists(self) -> DroppedLists: ...

    async def commit(self) -> None:
        """Make it so."""

    async def rollback(self) -> None:
        """Forget it; the unit can go on being used for reading and writing anew."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class UnitsOfWork(Protocol):
    """Opens units of work; ``reading`` ones never block a writer."""

    def __call__(self, *, reading: bool = False) -> UnitOfWork: ...
