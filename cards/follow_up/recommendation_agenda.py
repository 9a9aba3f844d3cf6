"""The recommendations that a meeting reviews: evidence in, missing, returned (COL-03, COL-04)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Line,
    Target,
    band,
    card,
    escape,
    fitting,
    lines,
    noticed,
    sentence,
    shorten,
    small,
    title,
)
from domain.calendar.wording import say_count
from domain.refs import Ref

MOST = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One recommendation; ``state`` as it is read, such as "evidence in"."""

    ref: Ref
    version: int
    case: str
    words: str
    owner: str
    state: str
    evidence: bool = False


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationAgenda:
    """``meeting`` is what the council's file calls it. A press on a line opens it."""

    kind: ClassVar[str] = "recommendation_agenda"

    ref: Ref
    version: int
    programme: str
    meeting: str
    points: tuple[AgendaLine, ...]
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{say_count(len(self.points), 'recommendation')} to review"

    def render(self) -> Json:
        """What has evidence comes first."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        ready = sum(point.evidence for point in self.points)
        ordered = sorted(self.points, key=lambda point: not point.evidence)
        hidden = len(ordered) - MOST
        said = f"Evidence is in for {ready} of {say_count(len(self.points), 'recommendation')}."
        body = [
            band(self.programme, f"{ready} of {len(self.points)}"),
            title("Recommendations to review"),
            sentence(f"For the {escape(self.meeting)} meeting. {said}" if self.points else EMPTY),
            *lines(
                Line(
                    text=f"{point.case}: {shorten(point.words, limit)}",
                    detail=point.owner,
                    number=number,
                    right=point.state,
                    strong=point.evidence,
                    press_for=("open_follow_up", Target(point.ref, point.version)),
                )
                for number, point in enumerate(ordered[:MOST], 1)
            ),
            small(f"{hidden} more come up as these are decided.") if hidden > 0 else None,
        ]
        fallback = "There are recommendations to review. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A few, nothing left, more than a card holds."""
        point = AgendaLine(
            ref=Ref("follow_up", "21"),
            version=2,
            case="C-23087",
            words="Hold supervision at least every four weeks.",
            owner="Tess Marlow",
            state="no evidence yet",
        )
        ready = replace(
            point, ref=Ref("follow_up", "22"), case="C-24098", state="evidence in", evidence=True
        )
        some = cls(
            ref=Ref("agenda", "case_audit"),
            version=1,
            programme="Case audit",
            meeting="Getting to Outstanding",
            points=(point, ready),
        )
        many = tuple(replace(point, case=f"C-{number}") for number in range(40))
        return (some, replace(some, points=()), replace(some, points=many))


EMPTY = "Nothing is open any more."
