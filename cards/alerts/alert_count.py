"""The half-year's alerts by theme, level and outcome, counted for whoever audits them (LEI-19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import Row, band, card, noticed, number_table, sentence, small, title
from domain.calendar.wording import say_count
from domain.refs import Ref

MOST_LINES = 12
Lines = tuple[tuple[str, int, int], ...]


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCount:
    """Each line is (name, concerns, good practice): the two are counted apart."""

    kind: ClassVar[str] = "alert_count"

    ref: Ref
    version: int
    period: str
    total: int
    themes: Lines = ()
    levels: Lines = ()
    outcomes: Lines = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"The alerts of {self.period} are counted"

    def render(self) -> Json:
        """Three tables of numbers."""
        body = [
            band("Alerts", self.period),
            title(say_count(self.total, "alert")),
            sentence("Concerns and good practice are counted apart. No record is named."),
            *self._block("Theme", self.themes),
            *self._block("Level", self.levels),
            *self._block("What came of them", self.outcomes),
        ]
        fallback = f"{self.total} alerts in {self.period}. Type alert count."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _block(self, name: str, counted: Lines) -> list[Element]:
        if not counted:
            return []
        drawn = [Row(one, (concerns, praise)) for one, concerns, praise in counted[:MOST_LINES]]
        rest = len(counted) - MOST_LINES
        more = [small(f"{rest} more.")] if rest > 0 else []
        table = number_table([name, "Concerns", "Good"], drawn)
        return [table, *more]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A half-year, a long list of themes, nothing raised."""
        some = cls(
            ref=Ref("person", "sana"),
            version=1,
            period="July to December 2026",
            total=7,
            themes=(("Planning", 4, 0), ("Recording", 1, 2)),
            levels=(("Informal", 4, 2), ("Formal", 1, 0)),
            outcomes=(("Settled", 4, 0), ("Passed on as good practice", 0, 2), ("Open", 1, 0)),
        )
        many = tuple((f"Theme {n}", n, 1) for n in range(20))
        none = replace(some, total=0, themes=(), levels=(), outcomes=())
        return some, replace(some, themes=many), replace(none, notice="Nothing was raised.")
