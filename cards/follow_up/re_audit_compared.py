"""The first audit and the re-audit side by side, for those who asked for it (HER-13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Column, ColumnSet, Element, TextBlock
from cards.follow_up.parts import Answered, answers
from cards.kit import band, card, escape, facts, fitting, noticed, sentence, subtitle, title
from domain.calendar.wording import say_day
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One area, or the overall grade, before and after, as grades are read."""

    name: str
    before: str
    after: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ReAuditCompared:
    """``moved`` is "better", "the same" or "worse"; ``answered`` is empty until it is in."""

    kind: ClassVar[str] = "re_audit_compared"

    ref: Ref
    version: int
    programme: str
    case: str
    overall: Pair
    areas: tuple[Pair, ...]
    moved: str
    first_on: date
    again_on: date
    auditor: str
    answered: tuple[Answered, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: before and after the re-audit"

    def render(self) -> Json:
        """Overall, then area by area, then the answers."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        waits = "" if self.answered else " What else was asked is still to be answered."
        body = [
            band(f"{self.programme} · {self.case}", self.moved.capitalize()),
            title(f"{self.case}: before and after"),
            sentence(f"{escape(self.auditor)} audited the record again.{waits}"),
            facts(("First audit", say_day(self.first_on)), ("Re-audit", say_day(self.again_on))),
            *_block(self.overall),
            *(element for pair in self.areas for element in _block(pair)),
            *answers(self.answered, limit),
        ]
        fallback = f"{self.case}: before and after the re-audit. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Before the answers, and with them."""
        found = cls(
            ref=Ref("follow_up", "16"),
            version=3,
            programme="Case file audit",
            case="C-23087",
            overall=Pair(name="Overall", before="Inadequate", after="Good"),
            areas=(
                Pair(name="Voice of the child", before="Inadequate", after="Good"),
                Pair(name="Assessments", before="Good", after="Good"),
            ),
            moved="better",
            first_on=date(2025, 9, 19),
            again_on=date(2026, 1, 9),
            auditor="Helen Marsh",
        )
        said = Answered(
            ask="Are all actions complete?",
            words="All three, with dates on the record.",
            by="Helen Marsh",
            on=date(2026, 1, 9),
            verdict="yes",
        )
        return (found, replace(found, answered=(said,)), replace(found, moved="the same"))


def _block(pair: Pair) -> list[Element]:
    columns = [
        Column(width="stretch", items=_grade(label, grade))
        for label, grade in (("Before", pair.before), ("After", pair.after))
    ]
    return [subtitle(pair.name), ColumnSet(columns=columns, spacing="Small")]


def _grade(label: str, grade: str) -> list[Element]:
    small = TextBlock(text=label, wrap=True, size="Small", is_subtle=True)
    bold = TextBlock(text=escape(grade), wrap=True, weight="Bolder", spacing="None")
    return [small, bold]
