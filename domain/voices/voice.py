"""One person's voice: who they are, how they were reached, what they said (COL-32, SEF-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.frameworks.voices import Age


class Speaker(StrEnum):
    """Who speaks."""

    CHILD = "child"
    YOUNG_PERSON = "young_person"
    YOUNG_ADULT = "young_adult"
    PARENT = "parent"
    CARER = "carer"
    OTHER = "other"

    @property
    def of_child(self) -> bool:
        """Whether the record is about this person: their voice stands apart, and first."""
        return self in _THEIR_OWN

    @property
    def age(self) -> Age:
        """Whom the questions are worded for."""
        return _AGES.get(self, "adult")


_THEIR_OWN = frozenset({Speaker.CHILD, Speaker.YOUNG_PERSON, Speaker.YOUNG_ADULT})
_AGES: dict[Speaker, Age] = {
    Speaker.CHILD: "child",
    Speaker.YOUNG_PERSON: "young_person",
    Speaker.YOUNG_ADULT: "young_adult",
}
SPEAKERS = {
    Speaker.CHILD: "Child",
    Speaker.YOUNG_PERSON: "Young person",
    Speaker.YOUNG_ADULT: "Young adult, 18 or over",
    Speaker.PARENT: "Parent",
    Speaker.CARER: "Carer",
    Speaker.OTHER: "Somebody else",
}
WAYS = (
    "Phone",
    "In person",
    "Letter",
    "Questionnaire",
    "App",
    "Audio",
    "Video",
    "Other",
)
THEMES = (
    "Being listened to",
    "Being kept informed",
    "Visits and contact",
    "Plans and reviews",
    "Change of worker",
    "Time things take",
    "Help that was offered",
    "Support for staff",
    "Something else",
)
"""What feedback is counted by: no council's document lists any, so these are ours (E-98)."""
HELP = ("Interpreter", "Signs, pictures or play", "Through the worker", "Another way")


class VoiceState(StrEnum):
    """Being written down, said and kept, not heard, or given up."""

    DRAFT = "draft"
    HEARD = "heard"
    MISSED = "missed"
    DROPPED = "dropped"


class Worry(StrEnum):
    """A worry that was voiced: none, left in the audit, or raised at once (SEF-10)."""

    NONE = "none"
    LEFT = "left"
    RAISED = "raised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer, word for word. ``edition`` counts the times it was put right once kept."""

    number: int
    question: str
    words: str = ""
    edition: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVoice:
    """A voice before it has a row: in an audit, or under the feedback rule ``source``.

    ``practitioner`` is whose work it is about, where a quota counts it (SOM-21).
    """

    speaker: Speaker
    noted_by: str
    audit_id: int | None = None
    source: str = ""
    case_ref: str | None = None
    practitioner: str | None = None
    who: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one person said, on ``said_on``; not heard needs a ``reason``.

    ``who`` says more of the speaker, without a name; ``medium`` where a letter or recording is
    kept; ``help`` who or what helped to understand each other. ``agreed`` is None where nobody
    asks for it at the start (E-15), ``wished`` where no young adult is in the audit (E-65).
    ``rating`` is the number of a step, 1 the best; ``theme`` one of ``THEMES``. The ``summary`` is
    the writer's and stands beside the words, never in their place.
    """

    id: int
    version: int
    state: VoiceState
    speaker: Speaker
    noted_by: str
    begun_at: datetime
    audit_id: int | None = None
    source: str = ""
    case_ref: str | None = None
    practitioner: str | None = None
    who: str = ""
    how: str = ""
    medium: str = ""
    help: str = ""
    agreed: bool | None = None
    wished: bool | None = None
    answers: tuple[Answered, ...] = ()
    summary: str = ""
    rating: int | None = None
    worry: Worry = Worry.NONE
    worried: str = ""
    reason: str = ""
    tries: int = 0
    tried: str = ""
    theme: str = ""
    said_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether it is still being written."""
        return self.state is VoiceState.DRAFT

    @property
    def settled(self) -> bool:
        """Whether it was heard, or there is a reason why not."""
        return self.state in {VoiceState.HEARD, VoiceState.MISSED}

    @property
    def said(self) -> tuple[Answered, ...]:
        """The answers that have words."""
        return tuple(answer for answer in self.answers if answer.words)
