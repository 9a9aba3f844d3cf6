"""For those who run cycles: what the calendar asks and nobody holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import Line, band, card, lines, noticed, sentence, small, title
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST_LINES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing to do, the roles that nobody has, and by when it is due."""

    ref: Ref
    version: int
    name: str
    roles: str
    due: date


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarGaps:
    """Each entry is told of once; whoever runs cycles can do it or give somebody the role."""

    kind: ClassVar[str] = "calendar_gaps"

    ref: Ref
    version: int
    today: date
    gaps: tuple[Gap, ...]
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Nobody holds {say_count(len(self.gaps), 'thing')} of the calendar"

    def render(self) -> Json:
        """A line each, which opens it."""
        rest = len(self.gaps) - MOST_LINES
        body = [
            band("Calendar", "Nobody holds it"),
            title(f"{say_count(len(self.gaps), 'thing')} without a holder"),
            sentence(
                "Please give somebody the role in the staff list: it goes to them the same day. "
                "Until then you can note it yourself."
            ),
            *lines([self._line(gap) for gap in self.gaps[:MOST_LINES]]),
            small(f"{rest} more.") if rest > 0 else None,
        ]
        fallback = "Something of the calendar has no holder. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _line(self, gap: Gap) -> Line:
        return Line(
            text=gap.name,
            detail=f"For {gap.roles}" if gap.roles else "The file names no role",
            right=f"by {say_date(gap.due)}",
            press_for=("open_occurrence", gap),
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One, many, and one of which the file does not say whose it is."""
        gap = Gap(
            ref=Ref("occurrence", "40"),
            version=1,
            name="Performance indicators",
            roles="Workforce Delivery Board",
            due=date(2026, 12, 31),
        )
        one = cls(
            ref=Ref("calendar_gaps", "2026-12-01"),
            version=1,
            today=date(2026, 12, 1),
            gaps=(gap,),
        )
        many = tuple(replace(gap, name=f"Indicators {number}") for number in range(20))
        return one, replace(one, gaps=many), replace(one, gaps=(replace(gap, roles=""),))
