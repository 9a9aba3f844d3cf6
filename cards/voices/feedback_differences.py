"""Where a family and the auditors see the same work differently: no names, no words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import Line, band, card, lines, noticed, sentence, small, subtitle, title
from domain.calendar.wording import say_count
from domain.refs import Ref

MOST_LINES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """One audit: its record, the final grade as it is read, what the family showed."""

    case: str
    grade: str
    family: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackDifferences:
    """``worried``: a good grade beside a worried voice; ``content``: the reverse.

    ``compared`` are the final audits in which somebody of the family was heard.
    """

    kind: ClassVar[str] = "feedback_differences"

    ref: Ref
    version: int
    compared: int
    worried: tuple[DifferenceLine, ...] = ()
    content: tuple[DifferenceLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word."""
        return None

    def render(self) -> Json:
        """Both lists, the family's worries first."""
        found = len(self.worried) + len(self.content)
        heard = say_count(self.compared, "final audit")
        body = [
            band("Families and auditors", "Last 12 months"),
            title(f"{found} of {self.compared} differ"),
            sentence(f"Out of {heard} in which the family was heard."),
            *self._section("Graded well, and the family is worried", self.worried),
            *self._section("Graded low, and the family voiced no worry", self.content),
            small("Their words stand in each audit's findings."),
        ]
        return card(fallback=f"{found} of {heard} differ.", body=noticed(body, self.notice))

    def _section(self, heading: str, found: Sequence[DifferenceLine]) -> list[Element]:
        if not found:
            return []
        shown = [
            Line(text=one.case, detail=one.family, right=one.grade) for one in found[:MOST_LINES]
        ]
        rest = len(found) - MOST_LINES
        return [subtitle(heading), *lines(shown), *([small(f"{rest} more.")] if rest > 0 else [])]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Both ways, none, more than fit."""
        one = DifferenceLine(case="C-24113", grade="Good", family="Parent voiced a worry")
        low = DifferenceLine(case="C-23087", grade="Inadequate", family="Child heard")
        both = cls(
            ref=Ref("person", "cora"), version=1, compared=14, worried=(one,), content=(low,)
        )
        none = replace(both, worried=(), content=())
        return (both, none, replace(both, worried=(one,) * 20))
