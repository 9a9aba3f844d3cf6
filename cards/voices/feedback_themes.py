"""What feedback of a quarter is about, and in which ways it came (SOM-23, COL-34, HER-34)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Row,
    band,
    card,
    escape,
    noticed,
    number_table,
    sentence,
    small,
    title,
)
from domain.calendar.wording import say_count
from domain.refs import Ref

MOST_LINES = 12
Lines = tuple[tuple[str, int, int], ...]


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackThemes:
    """Each line is (name, pieces, worries); nobody's words stand here."""

    kind: ClassVar[str] = "feedback_themes"

    ref: Ref
    version: int
    period: str
    heard: int
    missed: int = 0
    themes: Lines = ()
    ways: Lines = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word."""
        return None

    def render(self) -> Json:
        """Two tables of numbers."""
        not_heard = f" {self.missed} more were asked and not heard." if self.missed else ""
        body = [
            band("Feedback themes", self.period),
            title(f"{say_count(self.heard, 'piece')} of feedback"),
            sentence(f"Counted for {escape(self.period)}.{not_heard}"),
            *_block("Theme", self.themes),
            *_block("Way it came", self.ways),
            small(
                "Type feedback list to read them, and feedback themes last for the last quarter."
            ),
        ]
        fallback = f"{self.heard} pieces of feedback in {self.period}. Type feedback themes."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A quarter, a long list, nothing kept."""
        some = cls(
            ref=Ref("themes", "0.sal"),
            version=1,
            period="October to December 2026",
            heard=6,
            missed=2,
            themes=(("Being listened to", 3, 0), ("Plans and reviews", 2, 1), ("Not said", 1, 0)),
            ways=(("Complaints and compliments", 4, 1), ("Survey", 2, 0)),
        )
        many = tuple((f"Way {n}", 20 - n, 1) for n in range(20))
        none = replace(some, heard=0, missed=0, themes=(), ways=(), notice="Nothing was kept.")
        return some, replace(some, ways=many), none


def _block(name: str, counted: Lines) -> list[Element]:
    if not counted:
        return []
    drawn = [Row(one, (pieces, worries)) for one, pieces, worries in counted[:MOST_LINES]]
    rest = len(counted) - MOST_LINES
    more = [small(f"{rest} more.")] if rest > 0 else []
    return [number_table([name, "Pieces", "Worries"], drawn), *more]
