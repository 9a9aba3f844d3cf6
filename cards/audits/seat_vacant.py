"""A seat that was given back or that nobody holds: the coordinator knows, and chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class SeatVacant:
    """For coordinators. ``people`` may take the seat, as (id, "Name, role").

    ``holder`` is who was asked since; empty while it is open. ``given_back`` says who gave it back
    and why ("Ada Okafor: will be away"), ``note`` what they wrote.
    """

    kind: ClassVar[str] = "seat_vacant"

    ref: Ref
    version: int
    case: str
    programme: str
    seat_label: str
    due: date
    why: str
    team: str = ""
    people: tuple[tuple[str, str], ...] = ()
    holder: str = ""
    given_back: str = ""
    note: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return self._about

    def render(self) -> Json:
        """The reason, and who may take it."""
        body = [
            band(f"{self.programme} · {self.case}", "Filled" if self.holder else "Open"),
            title(f"{self.case} {self._state}"),
            sentence(self._sentence()),
            facts(
                ("Seat", self.seat_label.capitalize()),
                ("Team", self.team),
                ("Due", say_day(self.due)),
                ("Given back", self.given_back),
                ("Why", self.why) if not self.holder else None,
            ),
            quote("What they wrote for you", self.note) if self.note else None,
            *(rows([self._choose()]) if self.people and not self.holder else []),
        ]
        return card(fallback=f"{self._about}. Type my work.", body=noticed(body, self.notice))

    @property
    def _state(self) -> str:
        return "was given back" if self.holder else "needs somebody"

    @property
    def _about(self) -> str:
        return f"{self.case} {self._state}: {self.seat_label}"

    def _sentence(self) -> str:
        if self.holder:
            return f"{escape(self.holder)} has been asked. You need do no more."
        if self.people:
            return "Nobody was found by the rules as they stood. Please choose who takes it."
        return (
            "Nobody in the staff list may take this seat. Import somebody with the role, or come "
            "back when somebody is no longer away: this card is brought up to date when you press "
            "it in my work."
        )

    def _choose(self) -> Action:
        return opens(
            "Choose somebody",
            choice_field("person", "Who takes it?", self.people, filtered=True, required=True),
            *rows([button("Ask them", "appoint_auditor", self)]),
            primary=True,
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Somebody free again, nobody at all, filled."""
        seat = cls(
            ref=Ref("seat", "3090"),
            version=3,
            case="C-23087",
            programme="Case file audit",
            seat_label="peer auditor",
            due=date(2026, 10, 22),
            why="3 independent reviewing officers: 2 in the worker's line, 1 away",
            team="Children in Care",
            people=(("p-9", "Lena Frost, IRO"),),
        )
        return (
            seat,
            replace(seat, people=()),
            replace(
                seat,
                holder="Lena Frost",
                version=4,
                given_back="Ada Okafor: will be away",
                note="From Monday, for three weeks.",
            ),
            replace(seat, notice="Lena Frost is away. Please choose somebody else."),
        )
