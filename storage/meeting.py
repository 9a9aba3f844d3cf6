"""Repositories of what people say to one another: talks, voices, praise, alarm, actions."""

from __future__ import annotations

from functools import cached_property

from storage.holding import Holding
from storage.repositories.actions import SqlActions
from storage.repositories.alerts import SqlAlerts
from storage.repositories.approvals import SqlApprovals
from storage.repositories.calendar import SqlCalendar
from storage.repositories.families import SqlFamilies
from storage.repositories.intake import SqlIntakes
from storage.repositories.library import SqlLibrary
from storage.repositories.nominations import SqlNominations
from storage.repositories.observations import SqlObservations
from storage.repositories.pairings import SqlPairings
from storage.repositories.responses import SqlResponses
from storage.repositories.sessions import SqlSessions
from storage.repositories.talks import SqlTalks
from storage.repositories.voices import SqlVoices


class MeetingRepositories(Holding):
    """Repositories of what people say to one another: talks, voices, praise, alarm, actions."""

    @cached_property
    def talks(self) -> SqlTalks:
        """The talks of audits."""
        return SqlTalks(self.connection, self._cipher)

    @cached_property
    def families(self) -> SqlFamilies:
        """What families were asked, and whether they were heard."""
        return SqlFamilies(self.connection, self._cipher)

    @cached_property
    def voices(self) -> SqlVoices:
        """What children and families said."""
        return SqlVoices(self.connection, self._cipher)

    @cached_property
    def pairings(self) -> SqlPairings:
        """Experienced auditors beside new ones."""
        return SqlPairings(self.connection, self._cipher)

    @cached_property
    def sessions(self) -> SqlSessions:
        """The monthly sessions."""
        return SqlSessions(self.connection, self._cipher)

    @cached_property
    def observations(self) -> SqlObservations:
        """Practice seen at first hand."""
        return SqlObservations(self.connection, self._cipher)

    @cached_property
    def nominations(self) -> SqlNominations:
        """Good practice that somebody named."""
        return SqlNominations(self.connection, self._cipher)

    @cached_property
    def library(self) -> SqlLibrary:
        """Good practice that was verified."""
        return SqlLibrary(self.connection, self._cipher)

    @cached_property
    def alerts(self) -> SqlAlerts:
        """What professionals raise with each other."""
        return SqlAlerts(self.connection, self._cipher)

    @cached_property
    def approvals(self) -> SqlApprovals:
        """What is sent to be passed or returned."""
        return SqlApprovals(self.connection, self._cipher)

    @cached_property
    def intake(self) -> SqlIntakes:
        """Complaints, compliments and what else comes in."""
        return SqlIntakes(self.connection, self._cipher)

    @cached_property
    def responses(self) -> SqlResponses:
        """What cannot wait."""
        return SqlResponses(self.connection, self._cipher)

    @cached_property
    def calendar(self) -> SqlCalendar:
        """What came round in the calendar."""
        return SqlCalendar(self.connection, self._cipher)

    @cached_property
    def actions(self) -> SqlActions:
        """What is to be done, by whom and when."""
        return SqlActions(self.connection, self._cipher)
