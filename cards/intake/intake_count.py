"""What came in, counted by kind, theme and outcome, with what it teaches (SEF-52, SOM-62)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    Row,
    band,
    bullets,
    card,
    lines,
    noticed,
    number_table,
    sentence,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST_LINES = 10
Lines = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """One whose outcome is not known yet."""

    ref: Ref
    version: int
    number: str
    theme: str
    received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One entry of the profile: (name, before, now) each; ``lessons`` the newest first."""

    name: str
    kinds: Lines = ()
    themes: Lines = ()
    outcomes: Lines = ()
    lessons: tuple[str, ...] = ()


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeCount:
    """``before`` and ``now`` name the two periods; ``open`` are the reader's to close."""

    kind: ClassVar[str] = "intake_count"

    ref: Ref
    version: int
    before: str
    now: str
    entries: tuple[Counted, ...] = ()
    open: tuple[OpenLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """Tables of numbers, lessons, and what is still open."""
        body = [
            band("What came in", self.now),
            title("What came in, and what it teaches"),
            sentence("Nobody is named, and no reference is shown."),
            *(element for entry in self.entries for element in self._entry(entry)),
            *self._open(),
        ]
        fallback = "What came in is counted. Type intake count."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _entry(self, entry: Counted) -> list[Element]:
        if not entry.kinds:
            return [subtitle(entry.name), small("Nothing in these two periods.")]
        found: list[Element] = [subtitle(entry.name)]
        blocks = (("Kind", entry.kinds), ("Theme", entry.themes), ("Outcome", entry.outcomes))
        for name, counted in blocks:
            drawn = [Row(one, (old, new)) for one, old, new in counted[:MOST_LINES]]
            found += [number_table([name, self.before, self.now], drawn)] if drawn else []
        if entry.lessons:
            found += [small("What it teaches us", "Medium"), bullets(entry.lessons)]
        return found

    def _open(self) -> list[Element]:
        if not self.open:
            return []
        rest = len(self.open) - MOST_LINES
        more = [small(f"{rest} more.")] if rest > 0 else []
        shown = lines([_line(one) for one in self.open[:MOST_LINES]])
        return [subtitle(f"{say_count(len(self.open), 'outcome')} to add"), *shown, *more]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Counted, with some still open, nothing."""
        one = Counted(
            name="Complaints and compliments",
            kinds=(("Complaint", 4, 2), ("Compliment", 3, 1)),
            themes=(("Delay", 5, 1), ("Communication", 2, 2)),
            outcomes=(("Upheld", 4, 0), ("Not known yet", 3, 3)),
            lessons=("We call before we are late.",),
        )
        line = OpenLine(
            ref=Ref("intake", "12"),
            version=2,
            number="IN-12",
            theme="Delay",
            received_on=date(2026, 11, 30),
        )
        full = cls(
            ref=Ref("person", "otto"),
            version=1,
            before="Last quarter",
            now="This quarter",
            entries=(one,),
        )
        many = tuple(replace(line, number=f"IN-{n}") for n in range(14))
        none = replace(full, entries=(Counted(name="Complaints"),), notice="Nothing yet.")
        return full, replace(full, open=many), none


def _line(one: OpenLine) -> Line:
    return Line(
        text=f"{one.number} {one.theme}",
        detail=f"Came {say_date(one.received_on)}",
        right="Open",
        press_for=("open_intake", one),
    )
