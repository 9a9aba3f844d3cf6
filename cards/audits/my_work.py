"""What waits for one person, the most pressing first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import Line, band, card, lines, noticed, sentence, small, subtitle, title
from domain.calendar.wording import say_count, say_date, say_day
from domain.refs import Ref

MOST_LINES = 10
NOTHING = "Nothing is waiting for you."
GROUPS = ("Overdue", "Due this week", "Later")


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """One duty: "Grade C-24098", "Deep dive audit, 5 of 8 areas graded".

    ``working_days_late`` counts where the day is over.
    """

    ref: Ref
    version: int
    text: str
    detail: str = ""
    due: date
    working_days_late: int = 0


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class MyWork:
    """The open duties of the reader; at most ten are listed, those due first."""

    kind: ClassVar[str] = "my_work"

    ref: Ref
    version: int
    today: date
    duties: tuple[DutyLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a press or a word."""
        return None

    def render(self) -> Json:
        """The list in groups."""
        body = [
            band("Your work", say_day(self.today)),
            title(self._title()),
            sentence(self._sentence()),
            *self._groups(),
        ]
        return card(fallback=self._fallback(), body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if not self.duties:
            return f"{NOTHING} Type **help** to see what I can do."
        return "Press a line, or type its number."

    def _fallback(self) -> str:
        if not self.duties:
            return f"{NOTHING} Type help."
        last = min(len(self.duties), MOST_LINES)
        return f"Your work: {self._title()}. Type a number from 1 to {last} to open one."

    def _group(self, duty: DutyLine) -> str:
        if duty.due < self.today:
            return GROUPS[0]
        sunday = self.today + timedelta(days=6 - self.today.weekday())
        return GROUPS[1] if duty.due <= sunday else GROUPS[2]

    def _title(self) -> str:
        if not self.duties:
            return "Your work"
        count = dict.fromkeys(GROUPS, 0)
        for duty in self.duties:
            count[self._group(duty)] += 1
        said = [f"{count[name]} {name.lower()}" for name in GROUPS[:2] if count[name]]
        return ", ".join(said) or f"{say_count(count[GROUPS[2]], 'thing')} for later"

    def _groups(self) -> list[Element]:
        ordered = sorted(self.duties, key=lambda duty: duty.due)
        numbered = list(enumerate(ordered, 1))
        body: list[Element] = []
        for name, group in groupby(numbered[:MOST_LINES], lambda pair: self._group(pair[1])):
            body.append(subtitle(name))
            body += lines([self._line(number, duty) for number, duty in group])
        if (rest := len(ordered) - MOST_LINES) > 0:
            body.append(small(f"{rest} more, due later. They come up as these are done."))
        return body

    def _line(self, number: int, duty: DutyLine) -> Line:
        group = self._group(duty)
        right = say_date(duty.due)
        if group == GROUPS[0]:
            late = duty.working_days_late
            right = f"{say_count(late, 'day')} late" if late else "Late"
        elif group == GROUPS[1]:
            right = "Today" if duty.due == self.today else f"{duty.due:%A}"
        return Line(
            text=duty.text,
            detail=duty.detail,
            number=number,
            right=right,
            strong=group == GROUPS[0],
            press_for=("open_duty", duty),
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Nothing, all groups, only later, more than ten."""
        today = date(2026, 12, 2)
        duty = DutyLine(
            ref=Ref("duty", "901"),
            version=1,
            text="Grade C-24098",
            detail="Deep dive audit, 5 of 8 areas graded",
            due=date(2026, 11, 30),
            working_days_late=2,
        )
        named = ("Sign off A-287", "Moderate C-24051", "Supervision talk on C-24010")
        later = tuple(
            replace(duty, ref=Ref("duty", f"{902 + n}"), text=text, due=today + timedelta(2 * n))
            for n, text in enumerate(named)
        )
        work = cls(ref=Ref("person", "ada"), version=1, today=today, duties=(duty, *later))
        many = tuple(
            replace(duty, ref=Ref("duty", str(n)), due=today + timedelta(n)) for n in range(17)
        )
        return (
            work,
            replace(work, duties=()),
            replace(work, duties=later[2:]),
            replace(work, duties=many),
            replace(work, notice="Line 9 is not on the list. Please type 1 to 4."),
        )
