"""Everybody of a month's audits is asked to think together (SEF-23)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action
from cards.kit import (
    band,
    button,
    card,
    facts,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    text_field,
    title,
)
from cards.talks.parts import NOTE_LENGTH, moment
from domain.refs import Ref

State = Literal["waiting", "yes", "no", "came", "missed"]
STATE_WORDS = {
    "waiting": "Please answer",
    "yes": "Coming",
    "no": "Not coming",
    "came": "Held",
    "missed": "Missed",
}


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInvitation:
    """``month`` is the month whose audits it is about; ``idea`` what the reader brings in."""

    kind: ClassVar[str] = "session_invitation"

    ref: Ref
    version: int
    name: str
    month: date
    starts_at: datetime | None = None
    state: State = "waiting"
    idea: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.name}: you are asked to come"

    def render(self) -> Json:
        """When it is, the two answers, and room for an idea."""
        when = moment(self.starts_at) if self.starts_at else "The day follows here"
        body = [
            band(f"{self.name} · {self.month:%B}", STATE_WORDS[self.state]),
            title("Think together about the audits"),
            sentence(self._sentence()),
            facts(("When", when)),
            quote("What you bring in", self.idea) if self.idea else None,
            *rows(self._buttons()),
        ]
        fallback = "You are asked to think together. Type coming, not coming, or idea: …"
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if self.state == "yes":
            return "You are coming. Thank you."
        if self.state == "no":
            return "You cannot come. Your ideas are welcome all the same."
        if self.state == "came":
            return "You were there. Thank you."
        if self.state == "missed":
            return "It was held without you. Your ideas are welcome all the same."
        return f"You had a part in the audits of {self.month:%B}. What helped, what will we change?"

    def _buttons(self) -> list[Action | None]:
        first = self.state == "waiting"
        return [
            button("I am coming", "come_to_session", self, primary=first)
            if self.state in {"waiting", "no"}
            else None,
            button("I can't come", "miss_session", self)
            if self.state in {"waiting", "yes"}
            else None,
            opens(
                "Bring in an idea",
                text_field("idea", "Your idea", limit=NOTE_LENGTH, value=self.idea),
                *rows([button("Keep the idea", "bring_idea", self)]),
            ),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Every answer, with a day and without."""
        asked = cls(
            ref=Ref("place", "21"),
            version=1,
            name="Reflective learning session",
            month=date(2026, 11, 1),
        )
        at = datetime(2026, 12, 10, 14, tzinfo=UTC)
        return (
            asked,
            replace(asked, starts_at=at),
            replace(asked, starts_at=at, state="yes", idea="Ask the child first."),
            replace(asked, starts_at=at, state="came", idea="Ask the child first."),
            replace(asked, starts_at=at, state="missed"),
            replace(asked, state="no", notice="Your idea is kept."),
        )
