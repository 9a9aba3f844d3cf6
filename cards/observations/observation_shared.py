"""What was seen of somebody's practice, for them to read and to answer; kept on their record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    escape,
    fitting,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref

LIMIT = 1200


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationShared:
    """``said`` are (question, words). ``whom`` is empty for the person it is about.

    ``may_answer`` while that person has neither answered nor said that they have read it.
    """

    kind: ClassVar[str] = "observation_shared"

    ref: Ref
    version: int
    name: str
    observer: str
    seen_on: date
    said: tuple[tuple[str, str], ...]
    what: str = ""
    whom: str = ""
    comment: str = ""
    read_on: date | None = None
    may_answer: bool = False
    typed: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "An observation is here for you to read"

    def render(self) -> Json:
        """The words, with the longest that still fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body: list[Element | None] = [
            band(self.name, "To read" if self.may_answer else self._state()),
            title(f"Observation of {self.whom}" if self.whom else "Your practice was observed"),
            sentence(self._sentence()),
            *(quote(question, shorten(words, limit)) for question, words in self.said if words),
            *self._comment(limit),
        ]
        fallback = "An observation to read. Type read, or comment, a colon and your words."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _state(self) -> str:
        return "Answered" if self.comment else "Read" if self.read_on else "Not read yet"

    def _sentence(self) -> str:
        what = f" ({self.what})" if self.what else ""
        return escape(f"{self.observer} saw it on {say_day(self.seen_on)}{what}.")

    def _comment(self, limit: int) -> list[Element | None]:
        whose = f"In the words of {self.whom}" if self.whom else "In your words"
        kept = quote(whose, shorten(self.comment, limit)) if self.comment else None
        if not self.may_answer:
            read = small(f"Read on {say_day(self.read_on)}.", "Medium") if self.read_on else None
            return [kept, read]
        answer = text_field(
            "comment",
            "Anything you would like to add",
            limit=LIMIT,
            value=self.typed,
            hint="It stands beside theirs",
        )
        buttons = [
            button("Send comment", "comment_observation", self, primary=True),
            button("I've read this", "read_observation", self),
        ]
        return [kept, answer, *rows(buttons)]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """New, very long, read, answered, as the manager sees it."""
        new = cls(
            ref=Ref("observed", "12"),
            version=3,
            name="Observation of practice",
            observer="Tess Marlow, Team Manager",
            seen_on=date(2026, 12, 2),
            what="Home visit",
            said=(
                ("What did you see?", "The young person led the talk."),
                ("What feedback did you give?", "Slow down when the plan comes up."),
            ),
            may_answer=True,
        )
        long = tuple((f"Question {n}?", "It went well. " * 90) for n in range(5))
        read = replace(new, may_answer=False, read_on=date(2026, 12, 4))
        return (
            new,
            replace(new, said=long, notice="Please write your comment.", field="comment"),
            read,
            replace(read, comment="Thank you, that helps."),
            replace(read, whom="Will Heath", read_on=None),
        )
