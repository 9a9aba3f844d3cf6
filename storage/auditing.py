"""Repositories of audits: draws, seats, grades, moderation, and what follows."""

from __future__ import annotations

from functools import cached_property

from storage.holding import Holding
from storage.repositories.assessments import SqlAssessments
from storage.repositories.audits import SqlAudits
from storage.repositories.examples import SqlExamples
from storage.repositories.exemptions import SqlExemptions
from storage.repositories.follow_ups import SqlFollowUps
from storage.repositories.moderations import SqlModerations
from storage.repositories.notices import SqlNotices
from storage.repositories.outcomes import SqlOutcomes
from storage.repositories.pieces import SqlPieces
from storage.repositories.proposals import SqlProposals
from storage.repositories.remarks import SqlRemarks


class AuditRepositories(Holding):
    """Repositories of audits: draws, seats, grades, moderation, and what follows."""

    @cached_property
    def audits(self) -> SqlAudits:
        """Cycles, audits and seats."""
        return SqlAudits(self.connection, self._cipher, self._known)

    @cached_property
    def assessments(self) -> SqlAssessments:
        """Drafts and what was submitted."""
        return SqlAssessments(self.connection, self._cipher)

    @cached_property
    def outcomes(self) -> SqlOutcomes:
        """What audits came to."""
        return SqlOutcomes(self.connection, self._cipher)

    @cached_property
    def follow_ups(self) -> SqlFollowUps:
        """What follows from audits."""
        return SqlFollowUps(self.connection, self._cipher)

    @cached_property
    def moderations(self) -> SqlModerations:
        """How audits stand to moderation."""
        return SqlModerations(self.connection, self._cipher)

    @cached_property
    def proposals(self) -> SqlProposals:
        """Draws that wait for somebody's word."""
        return SqlProposals(self.connection)

    @cached_property
    def remarks(self) -> SqlRemarks:
        """What was said of audits by those who run them."""
        return SqlRemarks(self.connection, self._cipher)

    @cached_property
    def exemptions(self) -> SqlExemptions:
        """Who is excused from all other audit work."""
        return SqlExemptions(self.connection)

    @cached_property
    def examples(self) -> SqlExamples:
        """Good practice that managers were asked to name."""
        return SqlExamples(self.connection, self._cipher)

    @cached_property
    def notices(self) -> SqlNotices:
        """Who was told of an audit."""
        return SqlNotices(self.connection, self._cipher)

    @cached_property
    def pieces(self) -> SqlPieces:
        """Pieces of learning, and the audits that count beside them."""
        return SqlPieces(self.connection, self._cipher)
