"""One month: one's own duties, and what comes in the council's calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    lines,
    noticed,
    rows,
    sentence,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count
from domain.refs import Ref

MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """Something on a day. ``verb`` opens it; empty where it is not open yet."""

    day: date
    text: str
    detail: str = ""
    state: str = ""
    verb: str = ""
    ref: Ref | None = None
    version: int = 1


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """``own`` is what the reader must do, ``council`` what else is theirs in the calendar.

    ``before`` and ``after`` are the subjects of the months beside it; None where that is too far.
    """

    kind: ClassVar[str] = "month"

    ref: Ref
    version: int
    reader: Ref
    first: date
    today: date
    own: tuple[MonthLine, ...] = ()
    council: tuple[MonthLine, ...] = ()
    everybody: bool = False
    before: Ref | None = None
    after: Ref | None = None
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """The two lists, and the months beside."""
        body = [
            band("Calendar", f"{self.first:%Y}"),
            title(f"{self.first:%B}: {say_count(len(self.own), 'thing')} to do"),
            sentence(self._sentence()),
            *_section("Yours", self.own, self.today),
            *_section(self._others(), self.council, self.today),
            *rows(
                [
                    _to(self.before, "Month before"),
                    _to(self.after, "Month after"),
                    button("My work", "open_work", Target(self.reader)),
                    button("My duties as a file", "get_duties_file", self),
                ]
            ),
        ]
        fallback = "Your calendar. Type calendar and the name of a month, or my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _others(self) -> str:
        return "The council's calendar" if self.everybody else "Yours in the council's calendar"

    def _sentence(self) -> str:
        if not (self.own or self.council):
            return "Nothing is due in this month. Type **calendar march** for another one."
        return "Press a line to open it. Type **calendar march** for another month."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A month with both, an empty one, a coordinator's full one."""
        own = MonthLine(
            day=date(2026, 12, 22),
            text="Grade C-23087",
            detail="Case file audit, 4 of 6 areas",
            verb="open_duty",
            ref=Ref("duty", "91"),
        )
        board = MonthLine(day=date(2026, 12, 16), text="Improvement board", detail="Monthly")
        both = cls(
            ref=Ref("month", "2026-12"),
            version=1,
            reader=Ref("person", "ada"),
            first=date(2026, 12, 1),
            today=date(2026, 12, 14),
            own=(replace(own, day=date(2026, 12, 10), state="Late"), own),
            council=(board,),
            before=Ref("month", "2026-11"),
            after=Ref("month", "2027-01"),
        )
        many = tuple(replace(board, text=f"Meeting {number}") for number in range(15))
        return (
            both,
            replace(both, own=(), council=(), before=None),
            replace(both, own=(), council=many, everybody=True),
            replace(both, notice="I did not know that month, so this is the present one."),
        )


def _to(month: Ref | None, words: str) -> Action | None:
    return button(words, "open_month", Target(month)) if month else None


def _section(name: str, found: Sequence[MonthLine], today: date) -> list[Element]:
    if not found:
        return []
    rest = len(found) - MOST_LINES
    more = [small(f"{rest} more in this month.")] if rest > 0 else []
    return [subtitle(name), *lines(_line(one, today) for one in found[:MOST_LINES]), *more]


def _line(one: MonthLine, today: date) -> Line:
    target = Target(one.ref, one.version) if one.ref and one.verb else None
    return Line(
        text=one.text,
        detail=one.detail,
        right=one.state or ("Today" if one.day == today else f"{one.day:%a} {one.day.day}"),
        strong=bool(one.state),
        press_for=(one.verb, target) if target else None,
    )
