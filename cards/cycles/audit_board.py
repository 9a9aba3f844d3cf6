"""One audit as those see it who run the cycle: its seats, and what can be done about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.cycles.cycle_board import NAMES
from cards.elements import Action, Element
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    choice_field,
    date_field,
    lines,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    text_field,
    title,
)
from cards.moderation.decision_buttons import third_reader
from domain.audits.board import WAITED_FOR, SeatStage
from domain.calendar.wording import say_date
from domain.refs import Ref

RECORD = "Type a reference or a name"
REASON_LIMIT = 500
THIRD_SAID = "Somebody else grades it on their own as well; the panel waits for them."


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSeat:
    """One seat. ``key`` is its number as an input sends it."""

    key: str
    label: str
    holder: str
    stage: SeatStage
    due: date
    late: bool = False

    @property
    def said(self) -> str:
        """``Peer auditor: Ada Okafor``."""
        return f"{self.label.capitalize()}: {self.holder or 'nobody'}"


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditBoard:
    """``people`` may take one of its open seats; ``others`` are seats that can be swapped with.

    ``may_ask_third``: a panel sits without a third reader. ``notes`` are what was said of it
    before ("Extended to 4 January: leave", by whom).
    """

    kind: ClassVar[str] = "audit_board"

    ref: Ref
    version: int
    cycle_ref: Ref
    case: str
    team: str
    programme: str
    seats: tuple[BoardSeat, ...]
    state: str
    open: bool = True
    people: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    may_ask_third: bool = False
    notes: tuple[tuple[str, str], ...] = ()
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a press."""
        return None

    def render(self) -> Json:
        """The seats; while it runs, the ways on."""
        body = [
            band(f"{self.programme} · {self.case}", self.state),
            title(f"{self.case}, {self.team}" if self.team else self.case),
            sentence("Who has which part, and how far it is."),
            *lines([_line(seat) for seat in self.seats], "Medium"),
            *[quote(whose, text) for whose, text in self.notes],
            *rows(self._first(), self._changes(), [self._back()]),
        ]
        fallback = f"{self.programme}, {self.case}: {self.state}. Type cycle."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    @property
    def _movable(self) -> list[BoardSeat]:
        return [seat for seat in self.seats if seat.stage in {*WAITED_FOR, SeatStage.VACANT}]

    def _first(self) -> list[Action]:
        waited = self.open and any(seat.stage in WAITED_FOR for seat in self.seats)
        return [button("Remind", "chase_audit", self, primary=True)] if waited else []

    def _changes(self) -> list[Action]:
        if not self.open:
            return []
        movable = bool(self._movable)
        return [
            *([self._reallocate()] if movable and self.people else []),
            *self._third_or_swap(movable=movable),
            *([self._extend()] if movable else []),
            self._cancel(),
        ]

    def _third_or_swap(self, *, movable: bool) -> list[Action]:
        """With the panel a third reader; before that a swap. There is room for one of them."""
        if self.may_ask_third:
            return [third_reader(self, "bring_third_reader", THIRD_SAID)]
        return [self._swap()] if movable and self.others else []

    def _back(self) -> Action:
        return button("Back to the cycle", "open_cycle_board", Target(self.cycle_ref))

    def _seat_choice(self, name: str) -> Element:
        seats = tuple((seat.key, seat.said) for seat in self._movable)
        only = seats[0][0] if len(seats) == 1 else None
        return choice_field(name, "Which part?", seats, value=only, required=True)

    def _reallocate(self) -> Action:
        return opens(
            "Give to somebody else",
            self._seat_choice("seat"),
            choice_field("person", "Who takes it?", self.people, filtered=True, required=True),
            _reason("reason", "Why? It is kept with the audit.", "Please say why."),
            *rows([button("Give it to them", "reallocate_seat", self)]),
        )

    def _swap(self) -> Action:
        return opens(
            "Swap",
            self._seat_choice("mine"),
            choice_field("with", "With which?", self.others, filtered=RECORD, required=True),
            *rows([button("Swap the two", "swap_seats", self)]),
        )

    def _extend(self) -> Action:
        return opens(
            "Extend",
            date_field("until", "New day", error="Please choose the new day."),
            _reason("extend_reason", "Why? It is kept with the audit.", "Please say why."),
            *rows([button("Extend it", "extend_audit", self)]),
        )

    def _cancel(self) -> Action:
        return opens(
            "Cancel the audit",
            _reason(
                "cancel_reason", "Why? Everybody who was told of it is told.", "Please say why."
            ),
            *rows([button("Cancel it", "cancel_audit", self)]),
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Running and late, final, cancelled."""
        peer = BoardSeat(
            key="62",
            label="peer auditor",
            holder="Ada Okafor",
            stage=SeatStage.DRAFTING,
            due=date(2026, 12, 22),
            late=True,
        )
        lead = replace(peer, key="61", label="lead auditor", stage=SeatStage.SUBMITTED, late=False)
        running = cls(
            ref=Ref("audit", "31"),
            version=2,
            cycle_ref=Ref("cycle", "12"),
            case="C-23087",
            team="Safeguarding North",
            programme="Case file audit",
            seats=(lead, peer),
            state="Late",
            people=(("p-9", "Lena Frost, IRO"),),
            others=(("70", "C-24051, peer auditor: Lena Frost"),),
        )
        final = tuple(replace(seat, stage=SeatStage.FINAL) for seat in running.seats)
        return (
            running,
            replace(running, notes=(("Extended by Cora Lindley", "She is ill until Monday"),)),
            replace(running, state="With a moderator", may_ask_third=True),
            replace(running, seats=final, state="Final", open=False),
            replace(running, notice="Ada Okafor was reminded today already."),
        )


def _line(seat: BoardSeat) -> Line:
    day = say_date(seat.due)  # without the weekday: beside a long name it would break the line
    right = f"Late, {day}" if seat.late else day
    return Line(text=seat.said, detail=NAMES[seat.stage], right=right, strong=seat.late)


def _reason(name: str, label: str, required: str) -> Element:
    return text_field(name, label, limit=REASON_LIMIT, required=required)
