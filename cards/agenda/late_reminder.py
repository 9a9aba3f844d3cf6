"""A manager reminds somebody of what is late: one card with all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    escape,
    lines,
    noticed,
    rows,
    sentence,
    small,
    title,
)
from cards.nudges.digest import DigestLine
from domain.calendar.wording import say_count
from domain.refs import Ref

MOST_LINES = 8


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class LateReminder:
    """``late`` are the reader's own; empty once all of it is done."""

    kind: ClassVar[str] = "late_reminder"

    ref: Ref
    version: int
    reader: Ref
    by: str
    late: tuple[DigestLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line; counts only."""
        return f"A reminder: {say_count(len(self.late), 'thing')} late"

    def render(self) -> Json:
        """What is late, each pressed to open it, and the way to say what stands in the way."""
        rest = len(self.late) - MOST_LINES
        body = [
            band("A reminder", f"{len(self.late)} late"),
            title(f"{say_count(len(self.late), 'thing is', 'things are')} late"),
            sentence(f"**{escape(self.by)}** asks you to look at this. Press a line to open it."),
            *lines(_line(one) for one in self.late[:MOST_LINES]),
            *([small(f"{rest} more in my work.")] if rest > 0 else []),
            *rows(
                [
                    button("Later, or not mine", "open_later", Target(self.reader)),
                    button("My work", "open_work", Target(self.reader)),
                ]
            ),
        ]
        fallback = "A reminder of what is late. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One, many."""
        line = DigestLine(
            ref=Ref("duty", "91"),
            version=1,
            text="Grade C-23087",
            detail="Case file audit, 4 of 6 areas",
            due=date(2026, 12, 9),
            working_days_late=3,
        )
        one = cls(
            ref=Ref("reminder", "helen-ada"),
            version=1,
            reader=Ref("person", "ada"),
            by="Helen Brandt",
            late=(line,),
        )
        many = tuple(replace(line, text=f"Grade C-23{number}") for number in range(100, 112))
        return one, replace(one, late=many)


def _line(one: DigestLine) -> Line:
    return Line(
        text=one.text,
        detail=one.detail,
        right=f"{say_count(one.working_days_late, 'day')} late",
        strong=True,
        press_for=("open_duty", one),
    )
