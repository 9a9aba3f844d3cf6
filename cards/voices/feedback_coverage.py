"""Whom the yearly survey has reached, and whom not yet (COL-28)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import band, card, more, noticed, sentence, small, subtitle, title
from domain.calendar.wording import say_date
from domain.refs import Ref

MOST_REFS = 120


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackCoverage:
    """``answered``, ``missed`` and ``open`` are references of records; see domain coverage."""

    kind: ClassVar[str] = "feedback_coverage"

    ref: Ref
    version: int
    what: str
    first_day: date
    last_day: date
    answered: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word."""
        return None

    def render(self) -> Json:
        """The count, then the records that nothing is known of."""
        total = len(self.answered) + len(self.missed) + len(self.open)
        span = f"{say_date(self.first_day)} to {say_date(self.last_day)} {self.last_day.year}"
        body = [
            band(self.what, f"{len(self.open)} to ask" if self.open else "All asked"),
            title(f"{len(self.answered)} of {total} have answered"),
            sentence(
                f"Every open record, from {span}: {len(self.missed)} did not want to or could not "
                f"be reached, and {len(self.open)} are not asked yet."
            ),
            *self._refs("Not asked yet", self.open),
            *self._refs("Not heard, with the reason noted", self.missed),
            *(more("answered", "Answered", [_list(self.answered)]) if self.answered else []),
        ]
        fallback = f"{len(self.answered)} of {total} have answered; {len(self.open)} to ask."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _refs(self, heading: str, refs: Sequence[str]) -> list[Element]:
        return [subtitle(heading), _list(refs)] if refs else []

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Half asked; everybody; more than fit."""
        some = cls(
            ref=Ref("person", "cora"),
            version=1,
            what="Young people's survey",
            first_day=date(2026, 4, 1),
            last_day=date(2027, 3, 31),
            answered=("C-23087", "C-23101"),
            missed=("C-23145",),
            open=("C-24113",),
        )
        many = tuple(f"C-{number}" for number in range(23000, 23200))
        return (some, replace(some, missed=(), open=()), replace(some, open=many))


def _list(refs: Sequence[str]) -> Element:
    rest = len(refs) - MOST_REFS
    shown = ", ".join(refs[:MOST_REFS])
    return small(f"{shown} and {rest} more." if rest > 0 else f"{shown}.")
