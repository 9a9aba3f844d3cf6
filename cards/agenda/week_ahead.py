"""What is going to be sent on some days, tried out on a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import Line, band, card, lines, noticed, sentence, small, title
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST = 40
"""Lines on one card; the command line shows all."""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAhead:
    """``found`` are the lines of a rehearsal: the moment, two spaces, then who gets what."""

    kind: ClassVar[str] = "week_ahead"

    ref: Ref
    version: int
    first: date
    last: date
    found: tuple[str, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line; counts only."""
        return f"What I will send: {self._number()}"

    def render(self) -> Json:
        """How many, then who gets what and when."""
        rest = len(self.found) - MOST
        body = [
            band("Looking ahead", "Tried out"),
            title("What I will send"),
            sentence(
                f"From {say_date(self.first)} to {say_date(self.last)} I will send "
                f"**{self._number()}**. This is as if nobody did anything until then; nothing "
                "was sent or changed."
            ),
            *lines(_line(one) for one in self.found[:MOST]),
            *([small(f"… and {rest} more.")] if rest > 0 else []),
        ]
        fallback = f"What I will send: {self._number()}. Open Teams to read it."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _number(self) -> str:
        return say_count(len(self.found), "message")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A week, a full one, one without anything."""
        line = "Tue 22 Dec 2026 09:00  Ada Okafor: Today: 1 coming up (Remind of what is due)"
        week = cls(
            ref=Ref("rehearsal", "3"),
            version=1,
            first=date(2026, 12, 21),
            last=date(2026, 12, 27),
            found=(line,),
        )
        return week, replace(week, found=(line,) * 90), replace(week, found=(), notice="Done.")


def _line(one: str) -> Line:
    when, _, what = one.partition("  ")
    return Line(text=what, detail=when)
