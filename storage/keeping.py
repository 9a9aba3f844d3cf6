"""Repositories of people, records and lists."""

from __future__ import annotations

from functools import cached_property

from storage.holding import Holding
from storage.repositories.access import SqlAccessRequests
from storage.repositories.agenda import SqlDutyAsks, SqlReach
from storage.repositories.cases import SqlCases
from storage.repositories.files import SqlFileOffers
from storage.repositories.lists import SqlDroppedLists
from storage.repositories.people import SqlPeople
from storage.repositories.rehearsals import SqlRehearsals


class PeopleRepositories(Holding):
    """Repositories of people, records and lists."""

    @cached_property
    def people(self) -> SqlPeople:
        """The staff list."""
        return SqlPeople(self.connection, self._known, self._directory)

    @cached_property
    def cases(self) -> SqlCases:
        """The records, by reference."""
        return SqlCases(self.connection, self._known)

    @cached_property
    def access(self) -> SqlAccessRequests:
        """Who asked for a way in."""
        return SqlAccessRequests(self.connection)

    @cached_property
    def lists(self) -> SqlDroppedLists:
        """Lists that were dropped into a chat."""
        return SqlDroppedLists(self.connection, self._cipher)

    @cached_property
    def file_offers(self) -> SqlFileOffers:
        """Files that were offered in a chat."""
        return SqlFileOffers(self.connection, self._cipher)

    @cached_property
    def duty_asks(self) -> SqlDutyAsks:
        """Snoozes and hand-overs that people asked for."""
        return SqlDutyAsks(self.connection)

    @cached_property
    def rehearsals(self) -> SqlRehearsals:
        """What people asked to have tried out."""
        return SqlRehearsals(self.connection, self._cipher)

    @cached_property
    def reach(self) -> SqlReach:
        """Who turned out unreachable."""
        return SqlReach(self.connection)
