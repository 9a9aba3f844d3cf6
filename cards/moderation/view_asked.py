"""A panel asks for a view: question and answer, for a colleague with the needed knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Unsafe,
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

ANSWER_LENGTH = 2000


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ViewAsked:
    """``over`` is a question that the panel no longer needs answered."""

    kind: ClassVar[str] = "view_asked"

    ref: Ref
    version: int
    case: str
    programme: str
    asked_by: str
    question: str
    answer: str = ""
    answered_on: date | None = None
    over: bool = False
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"A panel asks for your view: {self.case}"

    def render(self) -> Json:
        """The question, and the field or what was answered."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", self._state_word()),
            title(f"Your view on {self.case}, please"),
            sentence(self._sentence()),
            quote(self.asked_by, shorten(self.question, limit)),
            *self._answering(limit),
        ]
        fallback = f"A panel asks for your view on {self.case}. Type view, a colon and your words."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _state_word(self) -> str:
        if self.answered_on:
            return "Answered"
        return "Decided" if self.over else "New"

    def _sentence(self) -> str:
        if self.answered_on:
            return f"You answered on {say_day(self.answered_on)}. The panel has your words."
        if self.over:
            return "The panel has decided meanwhile. You need do no more."
        return f"The panel moderates this audit. {escape(self.asked_by)} asks what you know."

    def _answering(self, limit: int) -> list[Element]:
        if self.answered_on:
            return [quote("Your view", shorten(self.answer, limit))]
        if self.over:
            return []
        return [
            text_field("answer", "Your view", limit=ANSWER_LENGTH, value=self.answer),
            *rows([button("Send your view", "give_view", self, primary=True)]),
            small("Please keep to the reference here. Names stay in the case system.", "Medium"),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """New, with a line over it, answered, over."""
        one = cls(
            ref=Ref("view", "12"),
            version=1,
            case="C-24113",
            programme="Deep dive audit",
            asked_by="Mo Rahman, PSW",
            question="Is a plan of that kind usual after a move in the summer?",
        )
        return (
            one,
            replace(one, notice="Please write your view first. Nothing was sent."),
            replace(one, version=2, answer="Yes, for six weeks.", answered_on=date(2026, 12, 8)),
            replace(one, over=True),
        )
