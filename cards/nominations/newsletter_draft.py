"""Good practice of the last three months as a text to copy into the newsletter (LEI-40)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, card, escape, fitting, noticed, quote, sentence, shorten, title
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class NewsletterDraft:
    """``pieces`` are (where it comes from, text), the newest first; all of it is anonymous."""

    kind: ClassVar[str] = "newsletter_draft"

    ref: Ref
    version: int
    name: str
    since: date
    pieces: tuple[tuple[str, str], ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word."""
        return None

    def render(self) -> Json:
        """The pieces one below the other, with the longest texts that fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        many = say_count(len(self.pieces), "piece")
        body = [
            band(self.name, "Draft"),
            title("For the next newsletter"),
            sentence(f"{many} kept since {escape(say_date(self.since))}. Copy what you like."),
            *(quote(where, shorten(text, limit)) for where, text in self.pieces),
        ]
        fallback = f"{many} for the newsletter. Type newsletter draft."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Two pieces, many long ones, none."""
        text = "A worker made a memory map with a young person, who led their own review with it."
        two = cls(
            ref=Ref("person", "quin"),
            version=1,
            name="Good practice queue",
            since=date(2026, 9, 1),
            pieces=(("Good practice, Planning", text), ("Good practice", "Calm court statements.")),
        )
        long = tuple((f"Good practice {n}", text * 20) for n in range(12))
        return two, replace(two, pieces=long), replace(two, pieces=(), notice="Nothing yet.")
