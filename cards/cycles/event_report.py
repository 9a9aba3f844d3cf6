"""Something happened to a record: the form that reports it (SOM-30, SOM-33, SOM-36)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    date_field,
    noticed,
    rows,
    sentence,
    short_field,
    title,
)
from domain.refs import Ref

AGAIN = "repeat_plan"
NUMBERS = (("2", "The second"), ("3", "The third, or a later one"))


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class EventReport:
    """``kinds`` are (key, title) of what can be reported; ``typed`` goes back into the inputs."""

    kind: ClassVar[str] = "event_report"

    ref: Ref
    version: int
    kinds: tuple[tuple[str, str], ...]
    today: date
    typed: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Report what happened to a record"

    def render(self) -> Json:
        """The inputs; those about plans only where plans are reported."""
        body: list[Element | None] = [
            band("Events", "To report"),
            title("What happened?"),
            sentence("I open the audit that the framework asks for, and ask whoever does it."),
            choice_field("kind", "What happened", self.kinds, value=self._typed("kind") or None),
            short_field(
                "record",
                "The record's reference",
                limit=64,
                value=self._typed("record"),
                hint="C-23087",
            ),
            self._day("happened_on", "On which day", self.today.isoformat()),
            *(self._plans() if AGAIN in dict(self.kinds) else []),
            *rows([button("Report it", "report_event", self, primary=True)]),
        ]
        fallback = "Report what happened to a record. Type help."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _plans(self) -> list[Element]:
        number = self._typed("plan_number") or None
        return [
            choice_field(
                "plan_number", "If a plan began again: which one is it", NUMBERS, value=number
            ),
            self._day("last_plan_ended", "If a plan began again: when did the last one end", ""),
        ]

    def _day(self, name: str, label: str, otherwise: str) -> Element:
        return date_field(name, label, value=self._typed(name) or otherwise, latest=self.today)

    def _typed(self, name: str) -> str:
        return self.typed.get(name, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, with a line about a missing day, for a council that asks for one event only."""
        empty = cls(
            ref=Ref("person", "p-7"),
            version=1,
            kinds=(
                (AGAIN, "A child protection plan began again"),
                ("becomes_looked_after", "The child became looked after"),
            ),
            today=date(2026, 11, 21),
        )
        return (
            empty,
            replace(
                empty,
                typed={"kind": AGAIN, "record": "C-23087"},
                notice="Please say when the last plan ended: the audit depends on it.",
                field="last_plan_ended",
            ),
            replace(empty, kinds=empty.kinds[1:]),
        )
