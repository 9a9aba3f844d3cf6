"""A nomination: whose practice somebody names as good, for what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

SOURCES = (
    "Supervision",
    "A team meeting",
    "An audit or other QA activity",
    "A diagnostic",
    "A talk with a colleague",
    "Direct work with the family",
)
"""Where good practice is seen (SOM-18); anything else may be typed."""


class NominationState(StrEnum):
    """From the first word to the decision."""

    DRAFT = "draft"
    WAITING = "waiting"  # for a verifier's decision
    QUERIED = "queried"  # the nominator was asked for more
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DROPPED = "dropped"  # never sent
    ENDORSED = "endorsed"  # given to one that says about the same


OPEN = frozenset({NominationState.WAITING, NominationState.QUERIED})


class NoteKind(StrEnum):
    """What was said about a nomination after it was begun."""

    QUESTION = "question"
    ANSWER = "answer"
    DECLINED = "declined"
    PASSED_ON = "passed_on"  # a verifier gave it to the next one
    ENDORSED = "endorsed"
    BOOKED = "booked"  # an interview: its day as 2026-12-03, then time and place


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Somebody's words, letter by letter."""

    kind: NoteKind
    person_id: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """``rule`` is the key of the council's entry; ``said_who`` the name as it was typed.

    ``reason`` is kept word for word. ``apart`` is set where the nominator wants it beside one
    that is much like it; ``endorses`` names that other one.
    """

    id: int
    rule: str
    nominator: str
    begun_at: datetime
    state: NominationState = NominationState.DRAFT
    said_who: str = ""
    nominee: str | None = None
    reason: str = ""
    seen: str = ""
    audit_id: int | None = None
    apart: bool = False
    endorses: int | None = None
    verifier: str | None = None
    due_on: date | None = None
    sent_at: datetime | None = None
    decided_at: datetime | None = None
    notes: tuple[Note, ...] = ()
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether somebody still decides about it."""
        return self.state in OPEN

    def said(self, kind: NoteKind) -> tuple[Note, ...]:
        """Everything of one kind, oldest first."""
        return tuple(note for note in self.notes if note.kind is kind)

    def people(self, kind: NoteKind) -> frozenset[str]:
        """Who said something of that kind."""
        return frozenset(note.person_id for note in self.said(kind))

    @property
    def booked(self) -> tuple[date, str] | None:
        """Day, and time and place, of the newest interview."""
        notes = self.said(NoteKind.BOOKED)
        day, _, place = notes[-1].words.partition(" ") if notes else ("", "", "")
        return (date.fromisoformat(day), place) if notes else None

    @property
    def number(self) -> str:
        """``N-58``."""
        return f"N-{self.id}"
