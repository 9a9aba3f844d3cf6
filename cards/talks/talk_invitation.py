"""Somebody is asked to a talk of an audit: that suits, or it does not, with other times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    escape,
    facts,
    first_word,
    fit_title,
    fitting,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from cards.talks.parts import PROTECTED, WORDS_LENGTH, day_and_time, moment
from domain.calendar.wording import say_list
from domain.refs import Ref

State = Literal["waiting", "suits", "other", "over", "cancelled"]
STATE_WORDS = {
    "waiting": "Please answer",
    "suits": "That suits",
    "other": "Does not suit",
    "over": "Held",
    "cancelled": "Cancelled",
}


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class TalkInvitation:
    """``times`` are what the reader suggested instead, UTC; ``by`` booked the talk.

    ``protected``: its time is kept free (SOM-04). ``before_deciding``: whoever moderates asks the
    auditors (HER-09). ``notes`` are (prompt, words) that everybody who was there may read.
    """

    kind: ClassVar[str] = "talk_invitation"

    ref: Ref
    version: int
    case: str
    programme: str
    name: str
    by: str
    starts_at: datetime | None = None
    minutes: int = 0
    others: tuple[str, ...] = ()
    state: State = "waiting"
    times: tuple[datetime, ...] = ()
    before_deciding: bool = False
    protected: bool = False
    notes: tuple[tuple[str, str], ...] = ()
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: a talk with you"

    def render(self) -> Json:
        """When, with whom, and the two answers; long notes are cut where it would be too heavy."""
        return fitting(self._drawn)

    def _drawn(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", STATE_WORDS[self.state]),
            title(f"{self.case}: a talk with you"),
            sentence(self._sentence()),
            facts(
                ("Talk", self.name),
                ("When", moment(self.starts_at) if self.starts_at else ""),
                ("Minutes", str(self.minutes) if self.starts_at else ""),
                ("With", ", ".join((self.by, *self.others))),
            ),
            *(quote(prompt, shorten(words, limit)) for prompt, words in self.notes),
            small(PROTECTED) if self.protected and self.state in {"waiting", "suits"} else None,
            *rows(self._buttons()),
        ]
        fallback = f"{self.case}: a talk with you. Type suits, or does not suit: and other times."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _sentence(self) -> str:
        by = escape(self.by)
        if self.state == "cancelled":
            return f"{by} has cancelled this talk. You hear when there is another time."
        if self.state == "over":
            return "This talk is over. Thank you for taking part."
        if self.state == "suits":
            return f"You said that this suits you. {by} knows."
        if self.state == "other":
            times = say_list([moment(at) for at in self.times], "or")
            return f"You said that this does not suit you. You suggested {times}. {by} knows."
        if self.before_deciding:
            return f"{by} moderates this audit and would like to talk with you before deciding."
        return f"{by} would like to talk with you about the work for this child, strengths first."

    def _buttons(self) -> list[Action | None]:
        if self.state in {"over", "cancelled"}:
            return []
        suits = button("That suits me", "accept_talk_time", self, primary=self.state == "waiting")
        other = opens(
            "That does not suit",
            day_and_time(number="1", labels=("This would suit", "Start time")),
            day_and_time(number="2", labels=("Or this", "Second start time")),
            text_field("words", "Anything to add (optional)", limit=WORDS_LENGTH),
            *rows([button(self._tell(), "decline_talk_time", self)]),
        )
        return [suits if self.state != "suits" else None, other]

    def _tell(self) -> str:
        return fit_title(f"Tell {first_word(self.by)}", "Tell the auditor", length=24)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Every state."""
        asked = cls(
            ref=Ref("invitation", "31"),
            version=1,
            case="C-24113",
            programme="Deep dive audit",
            name="Learning conversation with the key worker",
            by="Ada Okafor",
            starts_at=datetime(2026, 11, 13, 14, tzinfo=UTC),
            minutes=60,
            others=("Ivo Hart",),
        )
        other = (datetime(2026, 11, 16, 9, tzinfo=UTC), datetime(2026, 11, 17, 15, tzinfo=UTC))
        return (
            asked,
            replace(asked, version=2, state="suits", protected=True),
            replace(asked, version=2, state="other", times=other, notice="Please choose a day."),
            replace(asked, version=3, state="over"),
            replace(asked, before_deciding=True, others=("Tess Marlow",)),
            replace(
                asked,
                version=3,
                state="over",
                before_deciding=True,
                notes=(("What should the final grade rest on?", "The plan of September."),),
            ),
            replace(asked, version=3, state="cancelled", starts_at=None, others=()),
        )
