"""A talk about good work is booked: when, where and with whom (SEF-37)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, card, escape, facts, noticed, sentence, title
from domain.calendar.wording import say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewBooked:
    """``own`` for whoever was nominated; ``over`` once it was decided."""

    kind: ClassVar[str] = "interview_booked"

    ref: Ref
    version: int
    number: str
    rule: str
    nominee: str
    by: str
    day: date
    place: str
    own: bool = False
    over: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.number}: an interview on {say_day(self.day)}"

    def render(self) -> Json:
        """What it is for, and where to be when."""
        whose = "your work" if self.own else f"the work of {escape(self.nominee)}"
        why = f"A colleague saw good work, and {escape(self.by)} would like to hear of {whose}."
        body = [
            band(f"{self.rule} · {self.number}", "Over" if self.over else "Booked"),
            title("An interview is booked"),
            sentence(f"{why} What is written of it names no family."),
            facts(("On", say_day(self.day)), ("Where", self.place), ("With", self.by)),
        ]
        fallback = f"{self.number}: an interview about good work is booked."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """The nominee's, the nominator's, over."""
        own = cls(
            ref=Ref("nomination", "58"),
            version=3,
            number="N-58",
            rule="Make a Difference interview",
            nominee="Priya Nair",
            by="Helen Brandt",
            day=date(2026, 12, 3),
            place="14:00, Room 2",
            own=True,
        )
        return own, replace(own, own=False), replace(own, over=True)
