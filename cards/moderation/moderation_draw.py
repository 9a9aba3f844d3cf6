"""Which audits go to moderation and why each, for a coordinator; before the draw as a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import Line, band, card, facts, lines, noticed, sentence, small, title
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

MOST_LINES = 40


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationDraw:
    """``drawn`` are (reference, why); ``preview`` is what would be drawn if nothing changed."""

    kind: ClassVar[str] = "moderation_draw"

    ref: Ref
    version: int
    programme: str
    cycle: str
    of: int
    seed: int
    day: date | None = None
    wanted: int = 0
    drawn: tuple[tuple[str, str], ...] = ()
    preview: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.programme}: audits drawn for moderation"

    def render(self) -> Json:
        """A line for each audit, with the reason."""
        body = [
            band(f"{self.programme} · {self.cycle}", "Preview" if self.preview else "Drawn"),
            title(f"{len(self.drawn)} of {self.of} go to moderation"),
            sentence(self._sentence()),
            facts(("Seed", str(self.seed)), ("Share", f"{self.wanted} of {self.of}")),
            *lines(Line(text=ref, detail=why) for ref, why in self.drawn[:MOST_LINES]),
            small(f"And {len(self.drawn) - MOST_LINES} more.")
            if len(self.drawn) > MOST_LINES
            else None,
            small("The same audits and seed always give the same draw.", "Medium"),
        ]
        fallback = f"{self.programme}: {len(self.drawn)} of {self.of} go to moderation."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        day = say_day(self.day) if self.day else ""
        if not self.preview:
            return f"{say_count(len(self.drawn), 'audit')} went to the panel. The rest is final."
        when = f" The draw is on **{day}**." if day else ""
        return f"This is what would go to the panel as things stand.{when} Nothing has been sent."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Drawn, a preview, none yet, very many."""
        one = cls(
            ref=Ref("cycle", "12"),
            version=1,
            programme="Deep dive audit",
            cycle="November 2026",
            of=30,
            seed=5518,
            day=date(2026, 12, 7),
            wanted=10,
            drawn=(
                ("C-24113", "Graded Good or better (Good)"),
                ("C-24120", "Somebody disagrees with the overall grade"),
                ("C-24205", "In this month's moderation (number 1 of the lot with seed 5518)"),
            ),
        )
        many = tuple((f"C-{n}", "In this month's moderation") for n in range(24000, 24060))
        return (
            one,
            replace(one, preview=True),
            replace(one, preview=True, drawn=(), of=0, wanted=0, day=None),
            replace(one, drawn=many, of=180, wanted=60),
        )
