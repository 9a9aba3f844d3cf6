"""An immediate response or an incident: what was seen, who must act, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.refs import Ref


class Sort(StrEnum):
    """Whose rule it is: the council's, the product's own safety net (E-13), or an incident."""

    COUNCIL = "council"
    PRODUCT = "product"
    INCIDENT = "incident"


class ResponseState(StrEnum):
    """How far it has come. It stays open until it is answered, however late (E-92)."""

    DRAFT = "draft"  # being written; nobody was told
    OPEN = "open"  # told, and nobody has said "I have it"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"  # the raiser reads the answer
    CLOSED = "closed"
    DROPPED = "dropped"  # a draft that was given up


RUNNING = frozenset({ResponseState.OPEN, ResponseState.ACKNOWLEDGED})


class StepKind(StrEnum):
    """One line of the ledger."""

    RAISED = "raised"
    TOLD = "told"
    AGAIN = "told_again"
    UP = "moved_up"
    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"
    REMINDED = "reminded"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    RETURNED = "returned"
    CLOSED = "closed"
    TALK_ASKED = "talk_asked"
    TALKED = "talked"
    DECIDED = "decided"
    AGREED = "agreed"
    LEARNING = "learning"
    REVIEWED = "reviewed"


class Part(StrEnum):
    """What somebody has to do with it."""

    ANSWERS = "answers"  # must act; may acknowledge and answer
    KNOWS = "knows"
    DECIDES = "decides"  # records what is notified (SOM-44)
    AGREES = "agrees"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the ledger, never changed; ``said`` is encrypted at rest.

    ``once`` names the occasion: the database keeps a second one out, for good.
    """

    kind: StepKind
    person_id: str
    at: datetime
    once: str
    part: Part = Part.NONE
    round: int = 1
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewResponse:
    """A draft before it has a row; ``resumes`` is the form that waits meanwhile."""

    rule: str
    sort: Sort
    raised_by: str
    case_ref: str = ""
    audit_id: int | None = None
    resumes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One row. ``facts``, ``spoken_to`` and ``draft`` (an answer under way) are encrypted.

    ``rule`` is where the council's file says it (`rules.py`). ``since`` is when the present rungs
    began to count, ``rung`` how many are done, ``next_at`` when the clock has something to do.
    """

    id: int
    rule: str
    sort: Sort
    state: ResponseState
    raised_by: str
    begun_at: datetime
    version: int
    case_ref: str = ""
    audit_id: int | None = None
    resumes: str = ""
    facts: str = ""
    spoken_to: str = ""
    draft: Mapping[str, str] = field(default_factory=dict)
    raised_at: datetime | None = None
    since: datetime | None = None
    due_at: datetime | None = None
    overdue_at: datetime | None = None
    next_at: datetime | None = None
    rung: int = 0
    round: int = 1
    review_due: date | None = None
    steps: tuple[Step, ...] = ()

    @property
    def ref(self) -> Ref:
        """The subject of its cards."""
        return Ref("response", str(self.id))

    @property
    def number(self) -> str:
        """How people call it: ``IR-41``, ``SI-42`` for an incident, ``CS-43`` for the product's."""
        letters = {Sort.COUNCIL: "IR", Sort.PRODUCT: "CS", Sort.INCIDENT: "SI"}
        return f"{letters[self.sort]}-{self.id}"

    @property
    def running(self) -> bool:
        """Whether somebody still has to act."""
        return self.state in RUNNING

    @property
    def overdue(self) -> bool:
        """Whether its time ran out before it was answered."""
        return self.overdue_at is not None and self.running

    def of_kind(self, *kinds: StepKind, round: int | None = None) -> tuple[Step, ...]:  # noqa: A002 - the field's name
        """Lines of some kinds, oldest first; of one round where it is named."""
        return tuple(s for s in self.steps if s.kind in kinds and round in {None, s.round})

    def people(self, *parts: Part) -> tuple[str, ...]:
        """Everybody with one of those parts, each once, in the order in which they were told."""
        return tuple(dict.fromkeys(s.person_id for s in self.steps if s.part in parts))

    @property
    def parties(self) -> tuple[str, ...]:
        """Whoever raised it and everybody who was told; nobody else sees it."""
        told = self.people(Part.ANSWERS, Part.KNOWS, Part.DECIDES, Part.AGREES)
        return tuple(dict.fromkeys((self.raised_by, *told)))

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Who must act and has not said "I have it" in this round."""
        said = self.of_kind(StepKind.ACKNOWLEDGED, round=self.round)
        has = {s.person_id for s in said} | {s.said.get("for", "") for s in said}
        return tuple(each for each in self.people(Part.ANSWERS) if each not in has)

    def parts_of(self, person_ids: Iterable[str]) -> frozenset[Part]:
        """The parts that any of those people have."""
        ids = set(person_ids)
        return frozenset(s.part for s in self.steps if s.part and s.person_id in ids)

    def last(self, kind: StepKind) -> Step | None:
        """The newest line of a kind."""
        found = self.of_kind(kind)
        return found[-1] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One card on its way to somebody, as the outbox knows it; ``state`` is the outbox's word."""

    person_id: str
    queued_at: datetime
    state: str
    changed_at: datetime
    repeat: bool = False
    error: str = ""
