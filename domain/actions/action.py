"""An action: what is to be done, whose it is, by when, and all that was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.refs import Ref

WORDS_LIMIT = 500  # characters of what is to be done; an action is a line, not a page


class ActionState(StrEnum):
    """How far it has come."""

    DRAFT = "draft"  # belongs to an audit that is not finished; nobody but its auditors sees it
    OPEN = "open"  # its owner has it
    CLAIMED = "claimed"  # its owner says that it is done, and somebody must sign it off
    DONE = "done"
    DROPPED = "dropped"


class Origin(StrEnum):
    """Where it came from."""

    AUDIT = "audit"
    MODERATION = "moderation"
    RESPONSE = "response"
    ALONE = "alone"


class NoteKind(StrEnum):
    """What a note says."""

    PROGRESS = "progress"
    CLAIMED = "claimed"  # with the evidence
    SIGNED_OFF = "signed_off"  # with the judgements that were ticked
    RETURNED = "returned"
    DATE_ASKED = "date_asked"
    DATE_GIVEN = "date_given"
    DATE_KEPT = "date_kept"
    HANDED_OVER = "handed_over"
    PASSED_UP = "passed_up"  # whoever signs off has left, and this is who does now
    REVIEWED = "reviewed"  # in the team manager's tracker (SEF-12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that somebody said of it, never changed afterwards; words are encrypted at rest.

    ``ticks`` are the judgements of a sign-off, ``day`` a date that was asked for or given.
    """

    kind: NoteKind
    person_id: str
    at: datetime
    round: int = 1
    words: str = ""
    day: date | None = None
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAction:
    """An action before it has a row.

    ``rule`` is the key of the profile's rule. ``once`` names what raised it, where that may come
    twice. ``source`` is what it came from besides an audit, such as an immediate response.
    """

    rule: str
    origin: Origin
    what: str
    owner: str
    due_on: date
    added_by: str
    done_when: str = ""
    tag: str = ""
    audit_id: int | None = None
    area: int | None = None
    case_ref: str | None = None
    team: str = ""
    service: str = ""
    source: Ref | None = None
    once: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """An action as it is kept.

    ``latest_on`` is the last day that the council allows (E-59); ``asked_due`` a later day that
    its owner asks for; ``look_on`` the day on which the clock has something to say next.
    ``round`` counts up when it is returned.
    """

    id: int
    rule: str
    origin: Origin
    what: str
    owner: str
    due_on: date
    added_by: str
    state: ActionState
    begun_at: datetime
    version: int
    done_when: str = ""
    tag: str = ""
    audit_id: int | None = None
    area: int | None = None
    case_ref: str | None = None
    team: str = ""
    service: str = ""
    source: Ref | None = None
    once: str | None = None
    round: int = 1
    latest_on: date | None = None
    asked_due: date | None = None
    look_on: date | None = None
    out_at: datetime | None = None
    closed_at: datetime | None = None
    notes: tuple[Note, ...] = ()

    @property
    def ref(self) -> Ref:
        """The subject of its cards and of its trail."""
        return Ref("action", str(self.id))

    @property
    def label(self) -> str:
        """``A-312``: how people name it."""
        return f"A-{self.id}"

    @property
    def named(self) -> str:
        """``A-312 · C-24113``, or the label alone where it is about no record."""
        return f"{self.label} · {self.case_ref}" if self.case_ref else self.label

    @property
    def live(self) -> bool:
        """Whether somebody still has something to do for it."""
        return self.state in {ActionState.OPEN, ActionState.CLAIMED}

    def last(self, *kinds: NoteKind) -> Note | None:
        """The newest note of those kinds."""
        return next((note for note in reversed(self.notes) if note.kind in kinds), None)

    @property
    def claim(self) -> Note | None:
        """The claim of this round, with its evidence."""
        found = self.last(NoteKind.CLAIMED)
        return found if found and found.round == self.round else None

    @property
    def doers(self) -> frozenset[str]:
        """Its owner, and whoever covered for them and said in this round that it is done."""
        claim = self.claim
        return frozenset({self.owner, claim.person_id} if claim else {self.owner})

    @property
    def returned(self) -> bool:
        """Whether it has come back and is not claimed again."""
        return self.state is ActionState.OPEN and self.round > 1

    def overdue(self, today: date) -> bool:
        """Whether its day has passed and it is not signed off."""
        return self.live and self.due_on < today

    def breached(self, today: date) -> bool:
        """Whether the council's last day has passed and it is not signed off (E-59)."""
        return self.live and self.latest_on is not None and self.latest_on < today
