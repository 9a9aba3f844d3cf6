"""A step: one thing that follows from an audit, who has which part in it, and what they said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class StepKind(StrEnum):
    """What is done in it."""

    ALERT = "alert"  # somebody hears of it, and comments where the council asks (HER-11, SEF-24)
    REVIEW = "review"  # progress is written down and signed off (HER-12)
    RE_AUDIT = "re_audit"  # the record is audited again (HER-13)
    SCRUTINY = "scrutiny"  # what drove the grade (SEF-24, SEF-26)
    SUMMARY = "summary"  # the difference that good work made (SEF-36)
    CONFIRM = "confirm"  # ticks: talked about, uploaded, shared (HER-10, HER-15, HER-25, LEI-12)
    RECOMMENDATION = "recommendation"  # evidence, then a sign-off (COL-03, COL-04)


class StepState(StrEnum):
    """How far it has come."""

    WAITING = "waiting"  # its day has not come
    OPEN = "open"  # somebody is asked
    SENT = "sent"  # written, and waits for a sign-off
    DONE = "done"
    CANCELLED = "cancelled"


class Part(StrEnum):
    """What somebody does in a step; a confirmation's parts are its ticks, by their keys."""

    TOLD = "told"
    COMMENT = "comment"
    WRITE = "write"
    SIGN = "sign"


class Verdict(StrEnum):
    """What goes with a reply besides its words."""

    NONE = ""
    YES = "yes"
    NO = "no"
    PASSED = "passed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody with a part in a step."""

    part: str
    person_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What somebody said, never changed afterwards; the words are encrypted at rest.

    ``place`` is the number of the question, from 0; ``round`` counts up when a step is returned;
    ``day`` is when what they confirm happened.
    """

    part: str
    person_id: str
    at: datetime
    round: int
    place: int = 0
    words: str = ""
    verdict: Verdict = Verdict.NONE
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStep:
    """A step before it has a row.

    ``rule`` is where the council's file says it (`rules.py`); ``once`` names its cause, so that
    it is raised once; ``because`` are the audits behind it, oldest first. ``words`` are those of a
    recommendation, encrypted at rest; ``about`` is the practitioner, where it is about one.
    """

    kind: StepKind
    rule: str
    once: str
    programme: str
    audit_id: int
    case_ref: str
    because: tuple[int, ...]
    opens_on: date
    due_on: date
    about: str | None = None
    team: str = ""
    words: str = ""
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step as it is kept; ``again_on`` is the day on which whoever is silent is asked again."""

    id: int
    kind: StepKind
    rule: str
    once: str
    programme: str
    audit_id: int
    case_ref: str
    because: tuple[int, ...]
    opens_on: date
    due_on: date
    state: StepState
    begun_at: datetime
    version: int
    round: int = 1
    about: str | None = None
    team: str = ""
    words: str = ""
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    again_on: date | None = None
    re_audit_id: int | None = None
    parties: tuple[Party, ...] = ()
    replies: tuple[Reply, ...] = ()

    def people(self, *parts: str) -> tuple[str, ...]:
        """Everybody with one of those parts, each once, in the order in which they came."""
        return tuple(dict.fromkeys(p.person_id for p in self.parties if p.part in parts))

    def parts_of(self, person_ids: Iterable[str]) -> frozenset[str]:
        """The parts that any of those people have."""
        ids = set(person_ids)
        return frozenset(party.part for party in self.parties if party.person_id in ids)

    def said(self, part: str, *, round: int | None = None) -> tuple[Reply, ...]:  # noqa: A002 - the field's name
        """What was said in a part, in this round unless another is named."""
        wanted = self.round if round is None else round
        return tuple(r for r in self.replies if r.part == part and r.round == wanted)

    @property
    def returned(self) -> Reply | None:
        """The latest return, where the step has come back."""
        back = [r for r in self.replies if r.verdict is Verdict.RETURNED]
        return back[-1] if back else None

    @property
    def running(self) -> bool:
        """Whether anybody is still asked for anything."""
        return self.state in {StepState.OPEN, StepState.SENT}
