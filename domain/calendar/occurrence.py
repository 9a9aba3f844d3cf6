"""One time that an activity or a report came round, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.calendar.working_days import local_day
from domain.refs import Ref


class OccurrenceState(StrEnum):
    """From the day it opens to its end."""

    OPEN = "open"  # somebody has it to do, or nobody holds it yet
    PASSING = "passing"  # a report that waits for whoever passes it
    DONE = "done"  # noted, or given
    MISSED = "missed"  # it did not happen, and the reason is on record
    DROPPED = "dropped"  # nobody held it, and now everybody has their own


LIVE = frozenset({OccurrenceState.OPEN, OccurrenceState.PASSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOccurrence:
    """One before it has a row. ``entry`` is ``activities.pods``.

    ``period`` is the first of the days that it is for. ``slot`` is whose it is, where everybody
    owes their own, and empty where one does it for all: with the other two it comes once.
    ``started_by`` is who started it, and ``about`` what for; the calendar and occasions say
    neither. ``unheld``: nobody held it when it was opened.
    """

    entry: str
    period: date
    slot: str = ""
    due_on: date
    started_by: str | None = None
    about: str = ""
    unheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence(NewOccurrence):
    """``notes`` are people's words by key, ``evidence`` where more of it is, ``reason`` why not.

    ``reason`` is also why it was moved or returned. These and ``about`` are encrypted at rest.
    """

    id: int
    state: OccurrenceState = OccurrenceState.OPEN
    opened_at: datetime
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""
    reason: str = ""
    done_by: str | None = None
    done_at: datetime | None = None
    passed_by: str | None = None
    passed_at: datetime | None = None
    version: int = 1

    @property
    def ref(self) -> Ref:
        """The subject of its card."""
        return Ref("occurrence", str(self.id))

    @property
    def told_late_on(self) -> date | None:
        """The day on which it was told of, where its own day was over by then."""
        opened = local_day(self.opened_at)
        return opened if opened > self.due_on else None

    @property
    def passing(self) -> Ref:
        """The subject of the card on which a report is passed or returned."""
        return Ref("passing", str(self.id))
