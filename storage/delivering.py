"""Repositories of duties, of what was done, and of what must reach whom."""

from __future__ import annotations

from functools import cached_property

from storage.holding import Holding
from storage.repositories.addresses import SqlAddresses
from storage.repositories.duties import SqlDuties
from storage.repositories.nudges import SqlNudges
from storage.repositories.outbox import SqlOutbox
from storage.repositories.standing import SqlStandingNudges
from storage.repositories.trail import SqlTrail
from storage.repositories.turns import SqlFocuses, SqlInbox


class DeliveryRepositories(Holding):
    """Repositories of duties, of what was done, and of what must reach whom."""

    @cached_property
    def duties(self) -> SqlDuties:
        """Who must do what by when."""
        return SqlDuties(self.connection)

    @cached_property
    def nudges(self) -> SqlNudges:
        """Which steps of which duties were told to whom."""
        return SqlNudges(self.connection)

    @cached_property
    def standing_nudges(self) -> SqlStandingNudges:
        """Standing reminders."""
        return SqlStandingNudges(self.connection, self._cipher)

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
        return SqlAddresses(self.connection, self._known)

    @cached_property
    def inbox(self) -> SqlInbox:
        """Which activities have been seen."""
        return SqlInbox(self.connection)

    @cached_property
    def focuses(self) -> SqlFocuses:
        """The form that is open for each person."""
        return SqlFocuses(self.connection, self._known)
