"""A cycle by seat and stage, with what can be done about it; for those who run it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Line,
    Row,
    band,
    button,
    card,
    escape,
    lines,
    list_field,
    noticed,
    number_table,
    rows,
    sentence,
    small,
    title,
)
from domain.audits.board import OVERDUE, WAITED_FOR, SeatStage
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST_LINES = 12
MOST_TEAMS = 60
NAMES = {
    SeatStage.VACANT: "Nobody holds it",
    SeatStage.NOT_SENT: "Not sent yet",
    SeatStage.NOT_ANSWERED: "Not answered",
    SeatStage.ACCEPTED: "Accepted",
    SeatStage.DRAFTING: "Drafting",
    SeatStage.SUBMITTED: "Submitted",
    SeatStage.MODERATING: "With a moderator",
    SeatStage.FINAL: "Final",
}
FILTERS = (("", "All stages"), (OVERDUE, "Overdue"), *((s.value, n) for s, n in NAMES.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCount:
    """How many seats are at a stage, and how many of them are late."""

    stage: SeatStage
    seats: int
    late: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """One seat: a press opens its audit. ``days_late`` is None where it is on time."""

    ref: Ref
    version: int
    case: str
    seat_label: str
    holder: str
    stage: SeatStage
    due: date
    days_late: int | None = None


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class CycleBoard:
    """``counts`` are of all that is looked at, ``shown`` is the first of it."""

    kind: ClassVar[str] = "cycle_board"

    ref: Ref
    version: int
    programme: str
    cycle: str
    counts: tuple[StageCount, ...]
    shown: tuple[SeatLine, ...]
    found: int
    teams: tuple[str, ...]
    team: str = ""
    stage: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """The counts, the lines, the filters, and chasing."""
        body = [
            band(f"{self.programme} · {self.cycle}", self._state()),
            title(say_count(self.found, "seat")),
            sentence(self._sentence()),
            number_table(
                ["Stage", "Seats", "Late"],
                [Row(NAMES[one.stage], (one.seats, one.late)) for one in self.counts],
            )
            if self.counts
            else None,
            *self._lines(),
            *self._filters(),
            *rows(self._buttons()),
        ]
        fallback = f"{self.programme}, {self.cycle}: {say_count(self.found, 'seat')}. Type cycle."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @property
    def _late(self) -> int:
        return sum(one.late for one in self.counts)

    def _state(self) -> str:
        return f"{self._late} late" if self._late else "On time"

    def _sentence(self) -> str:
        where = self.team or "All teams"
        stage = dict(FILTERS).get(self.stage, "all stages").lower()
        way_on = (
            "Press a line to open its audit." if self.shown else "Choose another stage or team."
        )
        return f"{escape(where)}, {stage}. {way_on}"

    def _lines(self) -> list[Element]:
        drawn = [
            Line(
                text=f"{line.case}, {line.seat_label}",
                detail=f"{line.holder}, {NAMES[line.stage].lower()}",
                right=_right(line),
                strong=line.days_late is not None,
                press_for=("open_audit_board", line),
            )
            for line in self.shown[:MOST_LINES]
        ]
        rest = self.found - len(drawn)
        more = [small(f"{rest} more. Choose a team or a stage to see them.")] if rest > 0 else []
        return [*lines(drawn, "Medium"), *more]

    def _filters(self) -> list[Element]:
        teams = (("", "All teams"), *((team, team) for team in self.teams[:MOST_TEAMS]))
        return [
            list_field("team", "Team", teams, value=self.team),
            list_field("stage", "Stage", FILTERS, value=self.stage),
        ]

    def _buttons(self) -> list[Action]:
        waited = any(one.seats for one in self.counts if one.stage in WAITED_FOR)
        show = button("Show these", "filter_cycle", self, primary=True)
        return [show, *([button("Remind all of these", "chase_all", self)] if waited else [])]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A running cycle, one team's late ones, an empty filter."""
        line = SeatLine(
            ref=Ref("audit", "31"),
            version=2,
            case="C-23087",
            seat_label="peer auditor",
            holder="Ada Okafor",
            stage=SeatStage.DRAFTING,
            due=date(2026, 12, 22),
        )
        board = cls(
            ref=Ref("cycle", "12"),
            version=1,
            programme="Case file audit",
            cycle="December 2026",
            counts=(
                StageCount(stage=SeatStage.NOT_ANSWERED, seats=3),
                StageCount(stage=SeatStage.DRAFTING, seats=24, late=2),
            ),
            shown=(replace(line, days_late=2), line),
            found=27,
            teams=("Get Safe", "Safeguarding North"),
        )
        return (
            board,
            replace(
                board,
                team="Get Safe",
                stage=OVERDUE,
                counts=(StageCount(stage=SeatStage.DRAFTING, seats=1, late=1),),
                found=1,
                shown=board.shown[:1],
            ),
            replace(board, counts=(), shown=(), found=0, stage=SeatStage.VACANT.value),
            replace(board, notice="3 people were reminded."),
        )


def _right(line: SeatLine) -> str:
    if line.days_late is None:
        return say_date(line.due)
    return f"{say_count(line.days_late, 'day')} late" if line.days_late else "Late"
