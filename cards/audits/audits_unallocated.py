"""Seats for which nobody may be asked: told to the coordinator, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Line,
    band,
    bullets,
    card,
    lines,
    noticed,
    sentence,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count
from domain.refs import Ref

MOST_LINES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class UnallocatedSeat:
    """A seat of a case and why nobody fits: "4 IROs are in the team's line, 1 is away"."""

    ref: Ref
    version: int
    case: str
    seat_label: str
    why: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditsUnallocated:
    """The seats of a cycle that nobody holds; at most ten are listed.

    ``ways_on`` are sentences that say what can be done.
    """

    kind: ClassVar[str] = "audits_unallocated"

    ref: Ref
    version: int
    programme: str
    cycle: str
    seats: tuple[UnallocatedSeat, ...]
    ways_on: tuple[str, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.programme}: {self._count} nobody to take it"

    @property
    def _count(self) -> str:
        number = len(self.seats)
        return f"{say_count(number, 'seat')} {'has' if number == 1 else 'have'}"

    def render(self) -> Json:
        """The list with its reasons."""
        shown = [
            Line(
                text=f"{seat.case}, {seat.seat_label}",
                detail=seat.why,
                press_for=("open_seat", seat),
            )
            for seat in self.seats[:MOST_LINES]
        ]
        rest = len(self.seats) - len(shown)
        body = [
            band(f"{self.programme} · {self.cycle}", f"{len(self.seats)} open"),
            title(f"{self._count} nobody to take it"),
            sentence(f"Nobody in the staff list may take {self._these}, so nobody has been asked."),
            *lines(shown, "Medium"),
            small(f"{rest} more in the list of the cycle.") if rest else None,
            *([subtitle("What you can do"), bullets(self.ways_on)] if self.ways_on else []),
        ]
        fallback = f"{self.programme}: {self._count} nobody to take it. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @property
    def _these(self) -> str:
        return "this one" if len(self.seats) == 1 else "these"

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One, several, and more than fit."""
        seat = UnallocatedSeat(
            ref=Ref("seat", "3090"),
            version=1,
            case="C-23087",
            seat_label="peer auditor",
            why="4 IROs are in the team's line, 1 is away",
        )
        some = cls(
            ref=Ref("cycle", "2026-10"),
            version=1,
            programme="Case file audit",
            cycle="October 2026",
            seats=(seat, replace(seat, case="C-23101"), replace(seat, case="C-23110")),
            ways_on=(
                "Give somebody else the role in the staff list and import it again.",
                "Take the record out of the cycle and give the reason.",
            ),
        )
        many = tuple(replace(seat, case=f"C-23{number}") for number in range(100, 117))
        return (
            some,
            replace(some, seats=(seat,)),
            replace(some, seats=many, ways_on=()),
            replace(some, notice="This list was made at 09:00."),
        )
