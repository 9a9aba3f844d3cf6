"""Which records a sample is made of: asked of whoever reads them (SOM-14, LEI-20)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    band,
    bullets,
    button,
    card,
    facts,
    noticed,
    rows,
    sentence,
    short_field,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class SampleChoice:
    """``most`` records may be named; ``asks`` is what will be asked of each."""

    kind: ClassVar[str] = "sample_choice"

    ref: Ref
    version: int
    case: str
    programme: str
    due: date
    most: int
    asks: tuple[str, ...]
    theme: str = ""
    records: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.programme}: which records?"

    def render(self) -> Json:
        """One line for the references, and what each will be asked."""
        body = [
            band(self.programme, "Your sample"),
            title("Which records will you read?"),
            sentence(
                f"At most {say_count(self.most, 'record')}. Each gets a place of its own in the "
                "form, and this is asked of each:"
            ),
            bullets(self.asks),
            facts(("Due", say_day(self.due)), ("Theme", self.theme) if self.theme else None),
            short_field(
                "records",
                "Records, by their references",
                limit=400,
                value=self.records,
                hint="C-23087, C-23101",
            ),
            *rows([button("Begin", "choose_sample", self, primary=True)]),
        ]
        fallback = f"{self.summary} Type records: and their references."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, with a theme, with a fault."""
        empty = cls(
            ref=Ref("sample", "311"),
            version=2,
            case="Team Safeguarding North, dip review October 2026",
            programme="Thematic dip review by the team",
            due=date(2026, 12, 31),
            most=12,
            asks=("What does this record show of the theme?",),
        )
        return (
            empty,
            replace(empty, theme="Life story work"),
            replace(
                empty,
                records="C-9999",
                notice="C-9999: I know no open record by that reference.",
                field="records",
            ),
        )
