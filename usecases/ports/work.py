"""The unit of work: one transaction, rolled back unless it is committed out loud."""
# ruff: noqa: D102 - the repositories' own docstrings say what they are

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Protocol, Self

from usecases.ports.actions import Actions
from usecases.ports.agenda import DutyAsks, Reach
from usecases.ports.alerts import Alerts
from usecases.ports.approvals import Approvals
from usecases.ports.calendar import Calendar
from usecases.ports.delivering import Addresses, Outbox
from usecases.ports.examples import Examples
from usecases.ports.exemptions import Exemptions
from usecases.ports.files import FileOffers
from usecases.ports.follow_up import FollowUps
from usecases.ports.intake import Intakes
from usecases.ports.lists import DroppedLists
from usecases.ports.moderation import Moderations
from usecases.ports.nominations import Library, Nominations
from usecases.ports.nudges import Nudges
from usecases.ports.observations import Observations
from usecases.ports.outcomes import Outcomes
from usecases.ports.pieces import Pieces
from usecases.ports.proposals import Proposals
from usecases.ports.records import (
    AccessRequests,
    Assessments,
    Audits,
    Cases,
    Duties,
    People,
    Trail,
)
from usecases.ports.rehearsals import Rehearsals
from usecases.ports.remarks import Remarks
from usecases.ports.responses import Responses
from usecases.ports.standing import StandingNudges
from usecases.ports.talks import Families, Pairings, Sessions, Talks
from usecases.ports.turns import Focuses, Inbox, Notices
from usecases.ports.voices import Voices


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
    def follow_ups(self) -> FollowUps: ...
    @property
    def moderations(self) -> Moderations: ...
    @property
    def proposals(self) -> Proposals: ...
    @property
    def remarks(self) -> Remarks: ...
    @property
    def pieces(self) -> Pieces: ...
    @property
    def responses(self) -> Responses: ...
    @property
    def actions(self) -> Actions: ...
    @property
    def exemptions(self) -> Exemptions: ...
    @property
    def examples(self) -> Examples: ...
    @property
    def nudges(self) -> Nudges: ...
    @property
    def standing_nudges(self) -> StandingNudges: ...
    @property
    def nominations(self) -> Nominations: ...
    @property
    def library(self) -> Library: ...
    @property
    def observations(self) -> Observations: ...
    @property
    def alerts(self) -> Alerts: ...
    @property
    def calendar(self) -> Calendar: ...
    @property
    def approvals(self) -> Approvals: ...
    @property
    def intake(self) -> Intakes: ...
    @property
    def notices(self) -> Notices: ...
    @property
    def talks(self) -> Talks: ...
    @property
    def families(self) -> Families: ...
    @property
    def voices(self) -> Voices: ...
    @property
    def pairings(self) -> Pairings: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def duties(self) -> Duties: ...
    @property
    def duty_asks(self) -> DutyAsks: ...
    @property
    def rehearsals(self) -> Rehearsals: ...
    @property
    def reach(self) -> Reach: ...
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
    def file_offers(self) -> FileOffers: ...
    @property
    def lists(self) -> DroppedLists: ...

    async def alone(self, name: str) -> bool:
        """Whether no other replica is at what is so called; holds until the transaction is over."""

    async def in_turn(self, name: str) -> None:
        """Wait for whoever is at what is so called, and hold it until the transaction is over.

        What is read after it, however often, is not changed by others who take their turn at it.
        """

    def let_go(self) -> AbstractAsyncContextManager[None]:
        """Hold nothing of the database meanwhile, where nothing was written in the transaction.

        For whoever computes for long between reading and writing: others need not wait, and what
        was read may have changed afterwards.
        """

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
