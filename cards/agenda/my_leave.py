"""When one is away, and who covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    band,
    button,
    card,
    choice_field,
    date_field,
    facts,
    lines,
    noticed,
    opens,
    rows,
    sentence,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count, say_date, say_day
from domain.refs import Ref

MOST_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveDuty:
    """A duty that falls due while its holder is away."""

    text: str
    detail: str
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Days away, both included; ``back_on`` is the first day at work after them."""

    first_day: date
    last_day: date
    back_on: date
    cover: str = ""
    duties: tuple[LeaveDuty, ...] = ()


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class MyLeave:
    """``leaves`` are those that are not over, the nearest first; ``colleagues`` may cover."""

    kind: ClassVar[str] = "my_leave"

    ref: Ref
    version: int
    today: date
    leaves: tuple[Leave, ...] = ()
    colleagues: tuple[tuple[str, str], ...] = ()
    works: str = ""
    first: str = ""
    last: str = ""
    cover: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    @property
    def _away_now(self) -> bool:
        return any(one.first_day <= self.today <= one.last_day for one in self.leaves)

    def render(self) -> Json:
        """The leave with what falls due in it, and the form for more."""
        body: list[Element | None] = [
            band("Your leave", "Away" if self._away_now else say_day(self.today)),
            title(self._title()),
            sentence("While you are away nobody reminds you. Whoever covers does what falls due."),
            facts(("You work", self.works)),
        ]
        for number, leave in enumerate(self.leaves[:3]):
            if number:
                body.append(subtitle(_span(leave)))
            body.append(
                facts(
                    ("Away", _span(leave)),
                    ("Back at work", say_day(leave.back_on)),
                    ("Cover", leave.cover or "Nobody yet"),
                )
            )
            body += lines(_line(one) for one in leave.duties[:MOST_LINES])
            if (rest := len(leave.duties) - MOST_LINES) > 0:
                body.append(small(f"{rest} more fall due."))
        body += rows(
            [
                button("I am back", "back_today", self) if self._away_now else None,
                opens("Add or change", *self._form(), primary=not self.leaves),
                button("My work", "open_work", self),
            ]
        )
        fallback = "Your leave. Type away 3-14 August and who covers, or back today."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _title(self) -> str:
        if not self.leaves:
            return "No leave is on record"
        first = self.leaves[0]
        falls = len(first.duties)
        return f"{say_count(falls, 'thing')} to cover" if falls else "Nothing falls due"

    def _form(self) -> list[Element]:
        return [
            date_field("first", "First day away", value=self.first),
            date_field("last", "Last day away", value=self.last),
            choice_field(
                "cover", "Who covers", self.colleagues, value=self.cover or None, filtered=True
            ),
            *rows([button("Keep it", "keep_leave", self)]),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """None, ahead, away now without a cover, two, a mistake."""
        none = cls(
            ref=Ref("person", "ada"),
            version=1,
            today=date(2026, 12, 14),
            colleagues=(("ivo", "Ivo Hart, IRO"), ("priya", "Priya Nair, Team Manager")),
            works="Monday to Wednesday",
        )
        duty = LeaveDuty(
            text="Grade C-23087", detail="Case file audit, 4 of 6 areas", due=date(2026, 12, 22)
        )
        ahead = Leave(
            first_day=date(2026, 12, 21),
            last_day=date(2027, 1, 3),
            back_on=date(2027, 1, 4),
            cover="Ivo Hart",
            duties=(duty,),
        )
        now = replace(ahead, first_day=date(2026, 12, 14), cover="", duties=())
        later = replace(
            ahead,
            first_day=date(2027, 2, 15),
            last_day=date(2027, 2, 19),
            back_on=date(2027, 2, 22),
            duties=(),
        )
        return (
            none,
            replace(none, leaves=(ahead,)),
            replace(none, leaves=(now,)),
            replace(none, leaves=(ahead, later)),
            replace(none, notice="The last day lies before the first.", first="2026-12-21"),
        )


def _span(leave: Leave) -> str:
    if leave.first_day == leave.last_day:
        return say_day(leave.first_day)
    return f"{say_date(leave.first_day)} to {say_date(leave.last_day)}"


def _line(one: LeaveDuty) -> Line:
    return Line(text=one.text, detail=one.detail, right=say_date(one.due))
