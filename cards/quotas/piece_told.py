"""What a piece of learning found is told to the worker and to the team (LEI-12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    escape,
    facts,
    lines,
    noticed,
    rows,
    sentence,
    title,
)
from domain.calendar.wording import say_date, say_day
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLine:
    """One tick: what it says, and since when it is set."""

    ref: Ref
    text: str
    told_on: date | None = None


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class PieceTold:
    """``activity`` is what the council's file calls it; ``part`` what the piece was."""

    kind: ClassVar[str] = "piece_told"

    ref: Ref
    version: int
    activity: str
    part: str
    done_on: date
    due: date
    ticks: tuple[ToldLine, ...]
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Your {self.part}: whom have you told?"

    @property
    def waiting(self) -> tuple[tuple[int, ToldLine], ...]:
        """The ticks that are not set, with their numbers."""
        return tuple(one for one in enumerate(self.ticks, 1) if one[1].told_on is None)

    def render(self) -> Json:
        """The ticks, and a button for each that is not set."""
        asks = f"{escape(self.activity)}: please confirm each when it is done."
        done = "Everybody was told. You need do no more."
        body = [
            band("Learning", "To confirm" if self.waiting else "Confirmed"),
            title("Pass on what you found"),
            sentence(asks if self.waiting else done),
            facts(
                ("Your piece", f"{self.part.capitalize()}, {say_date(self.done_on)}"),
                ("Due", say_day(self.due)) if self.waiting else None,
            ),
            *lines(
                Line(
                    text=tick.text,
                    number=number,
                    right=say_date(tick.told_on) if tick.told_on else "open",
                )
                for number, tick in enumerate(self.ticks, 1)
            ),
            *rows(self._buttons()),
        ]
        fallback = f"Your {self.part}: whom have you told? Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _buttons(self) -> list[Action]:
        alone = len(self.waiting) == 1
        return [
            button(
                "Confirm" if alone else f"Confirm {number}",
                "tick_told",
                Target(tick.ref, self.version),
                primary=place == 0,
            )
            for place, (number, tick) in enumerate(self.waiting)
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Nobody told, one told, both told."""
        worker = ToldLine(ref=Ref("told", "12-worker_told"), text="I told the worker")
        team = ToldLine(ref=Ref("told", "12-team_told"), text="I told the team as a whole")
        asked = cls(
            ref=Ref("told", "12"),
            version=1,
            activity="Tell the worker and the team what was found",
            part="improvement activity",
            done_on=date(2026, 11, 20),
            due=date(2026, 12, 21),
            ticks=(worker, team),
        )
        one = replace(worker, told_on=date(2026, 11, 24))
        both = (one, replace(team, told_on=date(2026, 12, 1)))
        return (
            asked,
            replace(asked, ticks=(one, team), notice="This is ticked already."),
            replace(asked, ticks=both),
        )
