"""The day's digest: what a person must do, and who is late in their line. One a working day."""

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
    fit_title,
    lines,
    noticed,
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
class DigestLine:
    """One duty of the reader. ``working_days_late`` counts where its day is over.

    ``number`` is its place in my work, to be typed: "snooze 2 until Friday".
    """

    ref: Ref
    version: int
    text: str
    detail: str
    due: date
    working_days_late: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitLine:
    """What the reader has done their part of, and whom it waits for; ``verb`` opens it."""

    text: str
    detail: str
    verb: str = ""
    ref: Ref | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LateLine:
    """A duty of somebody in the reader's line that is late."""

    who: str
    text: str
    working_days_late: int


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """``late`` and ``soon`` are the reader's own, ``covered`` those of whom they stand in for."""

    kind: ClassVar[str] = "digest"

    ref: Ref
    version: int
    today: date
    late: tuple[DigestLine, ...] = ()
    soon: tuple[DigestLine, ...] = ()
    covered: tuple[tuple[str, DigestLine], ...] = ()
    others_late: tuple[LateLine, ...] = ()
    waiting: tuple[WaitLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line; counts only."""
        return f"Today: {self._count()}"

    def render(self) -> Json:
        """What is late, what comes, whom one stands in for, who is late."""
        body = [
            band("Your day", say_day(self.today)),
            title(fit_title(self._count(), self._count(short=True), "Your day")),
            sentence("Press a line to open it. Type **my work** for everything."),
            *_section("Overdue", [_own(one) for one in self.late]),
            *_section("Coming up", [_own(one) for one in self.soon]),
            *_section("You stand in for", [_covered(who, one) for who, one in self.covered]),
            *_section("Late in your teams", [_other(one) for one in self.others_late]),
            *_section("Waiting for others", [_waits(one) for one in self.waiting]),
            *rows(
                [
                    button("My work", "open_work", Target(self.ref)),
                    self._later(),
                    button("Calendar", "open_calendar", Target(self.ref)),
                    button("My team", "open_team", Target(self.ref)) if self.others_late else None,
                ]
            ),
        ]
        fallback = f"Your day: {self._count()}. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _later(self) -> Action | None:
        if not (self.late or self.soon):
            return None
        return button("Later, or not mine", "open_later", Target(self.ref))

    def _count(self, *, short: bool = False) -> str:
        said = []
        if self.late:
            said.append(f"{len(self.late)} overdue")
        if self.soon:
            said.append(f"{len(self.soon)} coming up")
        if self.covered:
            said.append(f"{len(self.covered)} to cover")
        if self.others_late:
            said.append(f"{len(self.others_late)} late" + ("" if short else " in your teams"))
        return ", ".join(said) or "Nothing is left for today"

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """An auditor's, a cover's, a manager's, a long one, one that is done by now."""
        line = DigestLine(
            ref=Ref("duty", "91"),
            version=1,
            text="Grade C-23087",
            detail="Case file audit, 4 of 6 areas",
            due=date(2026, 12, 22),
        )
        day = cls(ref=Ref("person", "p-7"), version=1, today=date(2026, 12, 21))
        mine = replace(day, soon=(line,), late=(replace(line, working_days_late=2),))
        slow = LateLine(who="Ada Okafor", text="Grade C-24051", working_days_late=3)
        return (
            mine,
            replace(day, covered=(("Lena Frost", line),)),
            replace(mine, others_late=(slow,)),
            replace(
                mine,
                waiting=(
                    WaitLine(text="Sign-off of A-312", detail="Helen Brandt, since 16 December"),
                    WaitLine(
                        text="QA-12",
                        detail="The team's reply",
                        verb="open_duty",
                        ref=Ref("duty", "12"),
                    ),
                ),
            ),
            replace(day, soon=tuple(replace(line, text=f"Grade C-23{n}") for n in range(100, 112))),
            day,
        )


def _section(name: str, found: Sequence[Line]) -> list[Element]:
    if not found:
        return []
    rest = len(found) - MOST_LINES
    more = [small(f"{rest} more in my work.")] if rest > 0 else []
    return [subtitle(name), *lines(found[:MOST_LINES]), *more]


def _own(one: DigestLine) -> Line:
    late = one.working_days_late
    right = f"{say_count(late, 'day')} late" if late else say_date(one.due)
    return Line(
        text=one.text,
        detail=one.detail,
        number=one.number,
        right=right,
        strong=bool(late),
        press_for=("open_duty", one),
    )


def _covered(who: str, one: DigestLine) -> Line:
    return replace(_own(one), detail=f"For {who}. {one.detail}")


def _waits(one: WaitLine) -> Line:
    target = Target(one.ref, one.version) if one.ref and one.verb else None
    opens = (one.verb, target) if target else None
    return Line(text=one.text, detail=one.detail, press_for=opens)


def _other(one: LateLine) -> Line:
    late = say_count(one.working_days_late, "day")
    return Line(text=one.who, detail=one.text, right=f"{late} late", strong=True)
