"""A new auditor's work, for whoever reads it before it is final (SEF-44)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.audits.parts import AreaGrade, grade_table
from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    text_field,
    title,
)
from cards.talks.parts import NOTE_LENGTH
from domain.calendar.wording import say_day
from domain.refs import Ref

State = Literal["waiting", "to_read", "sent_back", "fine"]
STATE_WORDS = {
    "waiting": "Not in yet",
    "to_read": "Please read",
    "sent_back": "Sent back",
    "fine": "Read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRead:
    """An area as it was submitted, with its words."""

    number: int
    name: str
    grade: str | None
    words: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentToRead:
    """``areas`` and ``reason`` are empty until the new auditor has submitted.

    ``feedback`` is what the reader wrote when sending it back.
    """

    kind: ClassVar[str] = "assessment_to_read"

    ref: Ref
    version: int
    case: str
    programme: str
    auditor: str
    due: date
    state: State = "waiting"
    areas: tuple[AreaRead, ...] = ()
    overall: str | None = None
    reason: str = ""
    feedback: str = ""
    on_call: tuple[str, ...] = ()
    typed: str = ""
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        if self.state == "waiting":
            return f"{self.case}: please stand beside a new auditor"
        return f"{self.case}: a new auditor's work to read"

    def render(self) -> Json:
        """What was submitted, with long words cut where it would be too heavy."""
        return fitting(self._drawn)

    def _drawn(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", STATE_WORDS[self.state]),
            title(f"{self.case}: read before final"),
            sentence(self._sentence()),
            facts(
                ("Auditor", self.auditor),
                ("Due", say_day(self.due)),
                ("Overall", self.overall or ""),
                ("On call", ", ".join(self.on_call)),
            ),
            *self._read(limit),
            quote("What you wrote", self.feedback) if self.feedback else None,
            *rows(self._buttons()),
        ]
        fallback = f"{self.case}: a new auditor's work. Type fine, or send back: and what to add."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _sentence(self) -> str:
        who = escape(self.auditor)
        if self.state == "waiting":
            return f"{who} is new to auditing. You read the audit before it is final."
        if self.state == "sent_back":
            return f"You sent it back. {who} has your words and submits again."
        if self.state == "fine":
            return "You read it and found it fine. It goes on."
        return f"Please read what {who} found. The audit waits for you before it is final."

    def _read(self, limit: int) -> list[Element]:
        if self.state not in {"to_read", "fine"} or not self.areas:
            return []
        table = grade_table(
            [AreaGrade(number=a.number, name=a.name, grade=a.grade) for a in self.areas]
        )
        said = [
            quote(f"{area.number} · {area.name}", shorten(area.words, limit))
            for area in self.areas
            if area.words and self.state == "to_read"
        ]
        why = [quote("What the overall grade rests on", shorten(self.reason, limit))]
        return [table, *said, *(why if self.reason else [])]

    def _buttons(self) -> list[Action | None]:
        if self.state != "to_read":
            return []
        back = opens(
            "Send it back",
            text_field(
                "words",
                "What should be added or looked at again?",
                limit=NOTE_LENGTH,
                value=self.typed,
                required="Please write what to look at again.",
            ),
            *rows([button("Send it", "send_back_assessment", self)]),
        )
        return [button("It is fine", "pass_assessment", self, primary=True), back]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Every state."""
        waiting = cls(
            ref=Ref("pairing", "3"),
            version=1,
            case="C-24113",
            programme="Deep dive audit",
            auditor="Ada Okafor",
            due=date(2026, 11, 30),
            on_call=("Lena Frost",),
        )
        words = "Seen alone each time; the plan says who does what."
        areas = (AreaRead(number=1, name="Assessment", grade="Good", words=words),)
        ready = replace(
            waiting, version=2, state="to_read", areas=areas, overall="Good", reason="All of it."
        )
        return (
            waiting,
            ready,
            replace(ready, areas=(), overall=None, on_call=(), notice="Please write why."),
            replace(ready, version=3, state="sent_back", feedback="Say what the child said."),
            replace(ready, version=4, state="fine"),
        )
