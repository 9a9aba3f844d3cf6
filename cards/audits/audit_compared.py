"""The grades of a pair side by side, for the QA team (HER-08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action, Column, ColumnSet, Element, TextBlock
from cards.kit import (
    Target,
    Unsafe,
    band,
    button,
    card,
    escape,
    noticed,
    opens,
    rows,
    sentence,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count
from domain.refs import Ref

CLOSED = (
    "You may be asked to moderate this audit, so which grades differ stays closed to you "
    "until it is decided."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An area on which the seats differ: (label, grade as it is read) for each seat."""

    name: str
    grades: tuple[tuple[str, str], ...]


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCompared:
    """Only what differs is shown; ``next_step`` says what follows.

    ``closed`` counts differences that this reader, who may have to moderate, does not see yet.
    ``decided`` once it is. ``third`` is the moderation that may get a third reader.
    """

    kind: ClassVar[str] = "audit_compared"

    ref: Ref
    version: int
    case: str
    programme: str
    differing: tuple[Compared, ...] = ()
    closed: int = 0
    decided: bool = False
    third: Target | None = None
    next_step: str = ""
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: both assessments are in"

    def render(self) -> Json:
        """The differences, or that there are none."""
        body = [
            band(f"{self.programme} · {self.case}", self._state()),
            title(self._title()),
            sentence(f"Both assessments are in. {escape(self.next_step)}".strip()),
            *(element for one in self.differing for element in _block(one)),
            small(CLOSED, "Medium") if self.closed else None,
            *(rows([self._ask(self.third)]) if self.third else []),
        ]
        fallback = f"{self.case}: both assessments are in. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    @property
    def _number(self) -> int:
        return len(self.differing) + self.closed

    def _state(self) -> str:
        if self.decided:
            return "Decided"
        return "Differ" if self._number else "Agreed"

    def _title(self) -> str:
        if not self._number:
            return "All grades agree"
        if self.decided:
            return f"{say_count(self._number, 'grade')} differed"
        return f"{say_count(self._number, 'grade')} differ{_s(self._number)}"

    def _ask(self, third: Target) -> Action:
        return opens(
            "Third reader",
            small("Somebody else grades it on their own as well; the panel waits for them."),
            *rows([button("Ask for a third reader", "send_third_reader", third)]),
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Agreed, one difference, several."""
        agreed = cls(
            ref=Ref("audit", "87"),
            version=2,
            case="C-23087",
            programme="Case file audit",
            next_step="The findings have gone to the worker and the managers on the record.",
        )
        one = Compared(
            name="Assessments",
            grades=(("Lead auditor", "Good"), ("Peer auditor", "Requires improvement")),
        )
        overall = Compared(
            name="Overall", grades=(("Lead auditor", "Good"), ("Peer auditor", "Inadequate"))
        )
        step = "A moderator decides between 22 and 28 October."
        return (
            agreed,
            replace(agreed, differing=(one,), next_step=step),
            replace(agreed, differing=(one, overall), next_step=step),
            replace(agreed, closed=2, next_step=step),
            replace(agreed, differing=(one,), decided=True, next_step="It is decided."),
            replace(agreed, differing=(one,), third=Target(Ref("moderation", "87"), 3)),
        )


def _s(number: int) -> str:
    return "s" if number == 1 else ""


def _block(one: Compared) -> list[Element]:
    columns = [Column(width="stretch", items=_pair(*pair)) for pair in one.grades]
    return [subtitle(one.name), ColumnSet(columns=columns, spacing="Small")]


def _pair(label: str, grade: str) -> list[Element]:
    small = TextBlock(text=escape(label), wrap=True, size="Small", is_subtle=True)
    bold = TextBlock(text=escape(grade), wrap=True, weight="Bolder", spacing="None")
    return [small, bold]
