"""A cycle has been opened: told to the coordinator."""

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
    card,
    facts,
    lines,
    noticed,
    sentence,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

MOST_LINES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachProblem:
    """Somebody who cannot be reached and why: "has not added the app yet"."""

    name: str
    why: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class CycleOpened:
    """What was drawn and who was asked.

    ``pool`` counts the records drawn from, ``unallocated`` the seats that nobody may take.
    """

    kind: ClassVar[str] = "cycle_opened"

    ref: Ref
    version: int
    programme: str
    cycle: str
    audits: int
    seats: int
    due: date
    pool: int
    seed: int
    theme: str = ""
    unallocated: int = 0
    reach_problems: tuple[ReachProblem, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.programme}: {say_count(self.audits, 'audit')} opened"

    def render(self) -> Json:
        """The facts, and who does not hear from us."""
        body = [
            band(f"{self.programme} · {self.cycle}", "Opened"),
            title(f"{say_count(self.audits, 'audit')} opened"),
            sentence(self._sentence()),
            facts(
                ("Theme", self.theme),
                ("Drawn", f"At random from {say_count(self.pool, 'record')}, seed {self.seed}"),
                ("Open", self._open()),
            ),
            *self._unreached(),
        ]
        fallback = f"{self.programme}: {say_count(self.audits, 'audit')} opened. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        due = f"They are due by **{say_day(self.due)}**."
        if not self.unallocated:
            return f"Somebody was asked for every seat, {self.seats} in all. {due}"
        asked = self.seats - self.unallocated
        return f"Somebody was asked for {asked} of {say_count(self.seats, 'seat')}. {due}"

    def _open(self) -> str:
        if not self.unallocated:
            return ""
        return f"{say_count(self.unallocated, 'seat')}: the reasons come in a card of their own"

    def _unreached(self) -> list[Element]:
        people = self.reach_problems
        if not people:
            return []
        shown = [Line(text=one.name, detail=one.why) for one in people[:MOST_LINES]]
        rest = len(people) - len(shown)
        return [
            subtitle("Not reached"),
            *lines(shown),
            *([small(f"{rest} more")] if rest else []),
            small("They were asked in the bot, and it did not arrive. Please tell them.", "Medium"),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """All well, a theme, seats open, people not reached."""
        well = cls(
            ref=Ref("cycle", "2026-10"),
            version=1,
            programme="Case file audit",
            cycle="October 2026",
            audits=30,
            seats=60,
            due=date(2026, 10, 22),
            pool=412,
            seed=5518,
        )
        away = ReachProblem(name="Lena Frost", why="Has not added the app in Teams yet")
        many = tuple(replace(away, name=f"Person {number}") for number in range(13))
        return (
            well,
            replace(well, theme="Children who go missing", unallocated=3),
            replace(well, audits=1, seats=2, unallocated=1, reach_problems=(away,)),
            replace(well, reach_problems=many, notice="The staff list is 9 days old."),
        )
