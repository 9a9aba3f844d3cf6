"""Somebody who runs the cycle asks how an audit stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, button, card, escape, facts, noticed, rows, sentence, title
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class SeatChased:
    """``working_days_left`` is below zero where it is late; ``progress`` says how far it is."""

    kind: ClassVar[str] = "seat_chased"

    ref: Ref
    version: int
    case: str
    programme: str
    seat_label: str
    due: date
    working_days_left: int
    progress: str = ""
    done: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"A reminder: {self.programme.lower()}, due {say_day(self.due)}"

    def render(self) -> Json:
        """What is waited for, by when, and the way in."""
        body = [
            band(f"{self.programme} · {self.case}", "Done" if self.done else "Reminder"),
            title(f"{self.case} is in" if self.done else f"{self.case} is waiting for you"),
            sentence(self._sentence()),
            facts(("Your part", self.seat_label.capitalize()), ("So far", escape(self.progress))),
            *([] if self.done else rows([button("Open it", "open_audit", self, primary=True)])),
        ]
        fallback = f"{self.case} is waiting for you, due {say_day(self.due)}. Type {self.case}."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if self.done:
            return "Thank you. You need do no more."
        if self.working_days_left < 0:
            late = say_count(-self.working_days_left, "working day")
            day = say_day(self.due)
            return f"It was due on **{day}**, {late} ago. Please finish it or give it back."
        return f"It is due on **{say_day(self.due)}**. Those who run the audits ask how it stands."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """In time, late, in since."""
        one = cls(
            ref=Ref("seat", "62"),
            version=3,
            case="C-23087",
            programme="Case file audit",
            seat_label="peer auditor",
            due=date(2026, 12, 22),
            working_days_left=2,
            progress="4 of 6 areas",
        )
        return one, replace(one, working_days_left=-3), replace(one, done=True)
