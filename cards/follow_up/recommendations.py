"""What an audit recommends: added by its auditors or the QA team (COL-01, COL-03)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    band,
    button,
    card,
    choice_field,
    escape,
    fitting,
    lines,
    noticed,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

LIMIT = 2000
MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended:
    """One recommendation, its owner and how far it is, as it is read."""

    words: str
    owner: str
    state: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendations:
    """``owners`` may see a new one through, as (id, "Name, role"); none: nothing can be added."""

    kind: ClassVar[str] = "recommendations"

    ref: Ref
    version: int
    programme: str
    case: str
    kept: tuple[Recommended, ...] = ()
    owners: tuple[tuple[str, str], ...] = ()
    meeting: str = ""
    review_on: date | None = None
    typed_words: str = ""
    typed_owner: str | None = None
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: what do you recommend?"

    def render(self) -> Json:
        """What is recommended already, and a form for the next."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        count = say_count(len(self.kept), "recommendation") if self.kept else "None yet"
        hidden = len(self.kept) - MOST
        body = [
            band(f"{self.programme} · {self.case}", count),
            title(f"{self.case}: recommendations"),
            sentence(self._sentence()),
            *lines(
                Line(text=shorten(one.words, limit), detail=one.owner, number=n, right=one.state)
                for n, one in enumerate(self.kept[:MOST], 1)
            ),
            small(f"{hidden} more in the agenda of the meeting.") if hidden > 0 else None,
            *self._form(),
        ]
        fallback = f"{self.case}: what do you recommend? Open Teams to answer."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        on = f" on {say_day(self.review_on)}" if self.review_on else ""
        return (
            "The audit is final. What you recommend comes to the "
            f"{escape(self.meeting)} review{on}."
        )

    def _form(self) -> list[Element]:
        if not self.owners:
            return []
        return [
            text_field(
                "recommendation", "What do you recommend?", limit=LIMIT, value=self.typed_words
            ),
            choice_field("owner", "Who sees it through?", self.owners, value=self.typed_owner),
            *rows([button("Add it", "add_recommendation", self, primary=True)]),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """None yet, one, many, only to read."""
        empty = cls(
            ref=Ref("recommendations", "87"),
            version=1,
            programme="Case audit",
            case="C-23087",
            owners=(("p-4", "Tess Marlow, Team Manager"),),
            meeting="Getting to Outstanding",
            review_on=date(2025, 12, 1),
        )
        one = Recommended(
            words="Hold supervision at least every four weeks.",
            owner="Tess Marlow",
            state="open",
        )
        return (
            empty,
            replace(empty, version=2, kept=(one,)),
            replace(empty, version=14, kept=(one,) * 13),
            replace(empty, version=2, kept=(replace(one, state="signed off"),), owners=()),
            replace(empty, notice="Please write what you recommend.", field="recommendation"),
        )
