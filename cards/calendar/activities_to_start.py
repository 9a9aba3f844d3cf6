"""What somebody can start: an occasion has come, or the calendar gives no day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import Line, band, card, lines, noticed, sentence, small, title
from domain.calendar.wording import say_count
from domain.refs import Ref

MOST_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ToStart:
    """One activity or report; ``when`` is its occasion in the council's words."""

    ref: Ref
    version: int
    name: str
    when: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitiesToStart:
    """A line each, which opens the card on which it is started."""

    kind: ClassVar[str] = "activities_to_start"

    ref: Ref
    version: int
    found: tuple[ToStart, ...]
    said: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word."""
        return None

    def render(self) -> Json:
        """The list; where a word was typed, what fits it."""
        rest = len(self.found) - MOST_LINES
        about = f"Type activity and a part of the name, or choose one{self._fits()}."
        body = [
            band("Calendar", "To start"),
            title(f"{say_count(len(self.found), 'activity', 'activities')} to start"),
            sentence(about),
            *lines([self._line(one) for one in self.found[:MOST_LINES]]),
            small(f"{rest} more: type activity and a part of the name.") if rest > 0 else None,
        ]
        fallback = "Type activity and a part of its name."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _fits(self) -> str:
        return " of those that fit" if self.said else ""

    def _line(self, one: ToStart) -> Line:
        return Line(text=one.name, detail=one.when, press_for=("choose_activity", one))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A few, too many, those that fit a word."""
        one = ToStart(
            ref=Ref("calendar_entry", "activities.targeted_audit"),
            version=1,
            name="Targeted audit in a service area",
            when="A service programme or the data points there",
        )
        few = cls(
            ref=Ref("person", "sam"),
            version=1,
            found=(one, replace(one, name="Midway review", when="")),
        )
        many = tuple(replace(one, name=f"Targeted audit {number}") for number in range(30))
        return few, replace(few, found=many), replace(few, said="audit")
