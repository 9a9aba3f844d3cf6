"""A report is out: told to those for whom it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, card, facts, noticed, quote, sentence, title
from domain.calendar.wording import say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportGiven:
    """``place`` is where it is; ``passed_by`` is empty where nobody had to."""

    kind: ClassVar[str] = "report_given"

    ref: Ref
    version: int
    name: str
    given_on: date
    place: str
    covers: str = ""
    note: str = ""
    given_by: str = ""
    passed_by: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "A report for you is out"

    def render(self) -> Json:
        """Where it is; nothing to press."""
        body = [
            band("Report", "Out"),
            title("A report for you is out"),
            sentence(f"It was given on {say_day(self.given_on)}. Nothing is asked of you."),
            facts(
                ("Report", self.name),
                ("Covers", self.covers),
                ("Given by", self.given_by),
                ("Passed by", self.passed_by),
            ),
            quote("Where it is", self.place) if self.place else None,
            quote("With it", self.note) if self.note else None,
        ]
        return card(fallback="A report for you is out.", body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Passed by somebody, and one that nobody had to pass."""
        out = cls(
            ref=Ref("given", "31"),
            version=3,
            name="Managers' briefing",
            given_on=date(2026, 12, 7),
            place="https://example.org/briefing",
            covers="November 2026",
            note="One table is new.",
            given_by="Otto Penn",
            passed_by="Cora Lindley",
        )
        return out, replace(out, passed_by="", note="", covers="")
