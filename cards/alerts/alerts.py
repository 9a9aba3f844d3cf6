"""Alerts at a glance: what one raised and what one was told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import Line, band, card, lines, noticed, sentence, small, subtitle, title
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST_LINES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertLine:
    """One alert; ``waits`` since so many days where it is still open."""

    ref: Ref
    version: int
    number: str
    theme: str
    detail: str
    raised_on: date
    mine: bool = False
    open: bool = False
    days: int = 0


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """The newest first, those that are open on top."""

    kind: ClassVar[str] = "alerts"

    ref: Ref
    version: int
    found: tuple[AlertLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """Two lists; one that is empty is left out."""
        waiting = sum(one.open for one in self.found)
        body = [
            band("Alerts", f"{waiting} open"),
            title(say_count(len(self.found), "alert")),
            sentence("Type alert and a record's reference to raise something."),
            *self._block("You raised", [one for one in self.found if one.mine]),
            *self._block("You were told", [one for one in self.found if not one.mine]),
        ]
        fallback = f"Alerts: {waiting} open. Type alerts."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _block(self, name: str, found: list[AlertLine]) -> list[Element]:
        if not found:
            return []
        order = sorted(found, key=lambda one: not one.open)
        rest = len(order) - MOST_LINES
        more = [small(f"{rest} more.")] if rest > 0 else []
        return [subtitle(name), *lines([_line(one) for one in order[:MOST_LINES]]), *more]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Both lists, one that is long, none."""
        line = AlertLine(
            ref=Ref("alert", "12"),
            version=2,
            number="QA-12",
            theme="Planning",
            detail="C-24113, Informal",
            raised_on=date(2026, 12, 1),
            mine=True,
            open=True,
            days=7,
        )
        told = replace(line, mine=False, open=False)
        many = tuple(replace(line, number=f"QA-{n}") for n in range(20))
        both = cls(ref=Ref("person", "ivy"), version=1, found=(line, told))
        return both, replace(both, found=many), replace(both, found=(), notice="None yet.")


def _line(one: AlertLine) -> Line:
    waits = f"open for {say_count(one.days, 'day')}"
    return Line(
        text=f"{one.number} {one.theme}",
        detail=one.detail,
        right=waits if one.open else say_date(one.raised_on),
        strong=one.open,
        press_for=("open_alert", one),
    )
