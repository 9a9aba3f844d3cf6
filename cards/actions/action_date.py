"""Somebody asks for a later day: give it, or keep the old one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    INNER_WIDTH,
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
from domain.calendar.wording import say_day
from domain.refs import Ref

LIMIT = 500


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDate:
    """``decided`` says what became of it; ``may`` is False for whoever only reads."""

    kind: ClassVar[str] = "action_date"

    ref: Ref
    version: int
    named: str
    what: str
    owner: str
    due: date
    asked: date | None = None
    why: str = ""
    decided: str = ""
    may: bool = True
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Action {self.named.split(' ', 1)[0]}: a later day is asked for"

    def render(self) -> Json:
        """The two days, why, and the two answers."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"Action {self.named}", "Decided" if self.decided else "To decide"),
            title("A later day is asked for"),
            sentence(self._sentence()),
            facts(("Action", shorten(self.what, limit)), ("Now", say_day(self.due))),
            quote(f"{self.owner} wrote", shorten(self.why, limit)) if self.why else None,
            *self._buttons(),
        ]
        fallback = f"{self.summary}. Type give it, or keep: and why."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if self.decided or self.asked is None:
            return f"{escape(self.decided or 'Nothing is asked for any more')}."
        return f"{escape(self.owner)} asks for **{say_day(self.asked)}**."

    def _buttons(self) -> list[Element]:
        if self.decided or not self.may or self.asked is None:
            return []
        keep = opens(
            "Keep the old day",
            text_field("reason", "Why", limit=LIMIT, required="Please give a reason."),
            *rows([button("Keep it", "keep_date", self)], width=INNER_WIDTH),
        )
        return rows([button("Give it", "grant_date", self, primary=True), keep])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To decide, decided, read only."""
        one = cls(
            ref=Ref("signing", "312"),
            version=4,
            named="A-312 · C-23087",
            what="Hold the strategy meeting",
            owner="Wes Tarn",
            due=date(2026, 12, 18),
            asked=date(2027, 1, 15),
            why="The school is closed until then.",
        )
        return (
            one,
            replace(one, asked=None, decided="Tess Marlow gave Friday 15 January"),
            replace(one, may=False, why="X " * 480),
        )
