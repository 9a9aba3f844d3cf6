"""Who has left, and how much of theirs is still to do, for those who run cycles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import Line, Target, band, card, lines, noticed, sentence, small, title
from domain.calendar.wording import say_count, say_date, say_day
from domain.refs import Ref

MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneLine:
    """One who has left; ``to`` are the names of those who have it now."""

    ref: Ref
    name: str
    left_on: date
    duties: int
    to: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Leavers:
    """Those of whom something is still to do, the last to leave first."""

    kind: ClassVar[str] = "leavers"

    ref: Ref
    version: int
    today: date
    gone: tuple[GoneLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line; counts only."""
        return f"{say_count(len(self.gone), 'person', 'people')} left: {self._duties()}"

    def render(self) -> Json:
        """Each with the way to somebody else."""
        rest = len(self.gone) - MOST_LINES
        body = [
            band("Staff list", say_day(self.today)),
            title("Who has left"),
            sentence(self._sentence()),
            *lines(_line(one) for one in self.gone[:MOST_LINES]),
            *([small(f"{rest} more.")] if rest > 0 else []),
        ]
        fallback = "People have left, and what was theirs is with others. Type who has left."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _duties(self) -> str:
        return say_count(sum(one.duties for one in self.gone), "duty", "duties")

    def _sentence(self) -> str:
        if not self.gone:
            return "Nothing of anybody who has left is still to do."
        return (
            f"{self._duties()} had to find a new owner. Press a name to see where they are, and "
            "to give them to somebody else."
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One, many, none."""
        ada = GoneLine(
            ref=Ref("leaver", "ada"),
            name="Ada Okafor",
            left_on=date(2026, 12, 14),
            duties=3,
            to="Helen Brandt",
        )
        one = cls(ref=Ref("leavers", "all"), version=1, today=date(2026, 12, 14), gone=(ada,))
        many = tuple(replace(ada, name=f"Person {number}") for number in range(20))
        return (one, replace(one, gone=many), replace(one, gone=(), notice="That is all."))


def _line(one: GoneLine) -> Line:
    return Line(
        text=one.name,
        detail=f"since {say_date(one.left_on)}" + (f", to {one.to}" if one.to else ""),
        right=say_count(one.duties, "duty", "duties"),
        press_for=("open_leaver", Target(one.ref)),
    )
