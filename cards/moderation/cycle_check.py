"""The last look over a cycle's finished audits: what to check, and the themes (SOM-07)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Choice, ChoiceInput, Element
from cards.kit import (
    band,
    button,
    card,
    clean,
    escape,
    fitting,
    marked_days_left,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    text_field,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref

THEMES_LENGTH = 2000


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class CycleCheckCard:
    """``asks`` are the council's questions, ``ticked`` the numbers of those that are so."""

    kind: ClassVar[str] = "cycle_check"

    ref: Ref
    version: int
    programme: str
    cycle: str
    due: date
    working_days_left: int
    final: int = 0
    audits: int = 0
    asks: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    themes: str = ""
    checked_by: str = ""
    checked_on: date | None = None
    notice: str | None = None
    notice_field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.programme}: finished audits to check"

    def render(self) -> Json:
        """The questions and the themes, or what was kept."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.cycle}", "Checked" if self.checked_on else "To check"),
            title(f"{self.final} of {self.audits} are final"),
            sentence(self._sentence()),
            *self._form(limit),
        ]
        fallback = f"{self.programme}: {self.final} of {self.audits} are final and to be checked."
        return card(fallback=fallback, body=noticed(body, self.notice, self.notice_field))

    def _sentence(self) -> str:
        if self.checked_on:
            return f"{escape(self.checked_by)} checked them on {say_day(self.checked_on)}."
        left = marked_days_left(self.working_days_left)
        return f"Please look over the finished ones by **{say_day(self.due)}**, {left}."

    def _form(self, limit: int) -> list[Element]:
        if self.checked_on:
            return [quote("Themes", shorten(self.themes, limit))] if self.themes else []
        ticks = ChoiceInput(
            id="checked",
            label="Tick what is so",
            choices=[
                Choice(title=clean(text), value=str(n)) for n, text in enumerate(self.asks, 1)
            ],
            value=",".join(self.ticked) or None,
            is_multi_select=True,
            style="expanded",
            wrap=True,
            error_message="Tick each line once it is so.",
            spacing="Medium",
        )
        return [
            *([ticks] if self.asks else []),
            text_field("themes", "Themes (optional)", limit=THEMES_LENGTH, value=self.themes),
            *rows([button("Checked", "confirm_final_check", self, primary=True)]),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To do, late with a line, done with and without themes."""
        one = cls(
            ref=Ref("check", "12"),
            version=1,
            programme="Practice evaluation",
            cycle="February 2026",
            due=date(2026, 3, 16),
            working_days_left=5,
            final=84,
            audits=89,
            asks=("Is everything there?", "Do the words carry the grade?"),
        )
        done = replace(one, version=2, checked_by="Cora Lindley", checked_on=date(2026, 3, 12))
        return (
            one,
            replace(one, ticked=("1",), working_days_left=-1, notice="Please tick each line."),
            replace(done, themes="Chronologies; the father's voice."),
            done,
            replace(one, asks=()),
        )
