"""Everything that the auditors wrote, area by area, for a member of the panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import Unsafe, band, card, fitting, noticed, sentence, small, subtitle, title
from cards.moderation.parts import Words, their_words
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationWords:
    """``areas`` are (heading, whose words); long texts are cut so that the card can be sent."""

    kind: ClassVar[str] = "moderation_words"

    ref: Ref
    version: int
    case: str
    programme: str
    areas: tuple[tuple[str, tuple[Words, ...]], ...] = ()
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"What the auditors of {self.case} wrote"

    def render(self) -> Json:
        """The words, with the longest texts that still fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body: list[Element | None] = [
            band(f"{self.programme} · {self.case}", "To read"),
            title(f"What was written on {self.case}"),
            sentence("Area by area, letter by letter. Very long texts are cut at a …"),
            *(element for area in self.areas for element in _area(*area, limit)),
            small("Nothing was written yet.") if not self.areas else None,
        ]
        fallback = f"What the auditors of {self.case} wrote is here to read."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Two auditors, none, very long."""
        seen = (
            Words(whose="Lead", evidence="The chronology is current.", strengths="Clear plans."),
            Words(
                whose="Peer", evidence="Two visits have no analysis.", develop="Say what changed."
            ),
        )
        one = cls(
            ref=Ref("decision", "3090"),
            version=3,
            case="C-23087",
            programme="Case file audit",
            areas=(("1 · Voice of the child", seen), ("2 · Assessments", seen)),
        )
        long = "The plan says who does what by when. " * 50
        told = Words(whose="Lead", evidence=long, strengths=long, develop=long)
        many = tuple((f"{n} · Area {n}", (told, told)) for n in range(1, 9))
        return one, replace(one, areas=()), replace(one, areas=many)


def _area(heading: str, words: tuple[Words, ...], limit: int) -> list[Element]:
    written = their_words(words, limit)
    return [subtitle(heading), *written] if written else []
