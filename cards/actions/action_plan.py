"""The actions of an audit that went out: the case note to paste, or a copy to know (SEF-11)."""

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
    fitting,
    lines,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    small,
    title,
)
from domain.calendar.wording import say_count, say_date, say_day
from domain.refs import Ref

MOST_LINES = 12
ON_A_LINE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One action; a press opens it."""

    ref: Ref
    version: int
    label: str
    what: str
    owner: str
    due: date
    state: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """``note`` is the text for the case system, empty for whoever only hears of the actions.

    ``pasted_on`` is when somebody said that it stands there; the bot writes nothing there (E-12).
    """

    kind: ClassVar[str] = "action_plan"

    ref: Ref
    version: int
    case: str
    programme: str
    lines: tuple[PlanLine, ...]
    latest: date | None = None
    note: str = ""
    pasted_on: date | None = None
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Actions from the audit of {self.case}"

    def render(self) -> Json:
        """The actions; for the auditor, the text and its tick."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", say_count(len(self.lines), "action")),
            title(f"Actions for {self.case}"),
            sentence(self._sentence()),
            *self._lines(limit),
            *self._note(limit),
        ]
        fallback = f"{self.summary}: {say_count(len(self.lines), 'action')}. Type actions."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        last = f" All of them by {say_day(self.latest)} at the latest." if self.latest else ""
        if not self.note:
            return f"For you to know: the audit is finished, and this follows.{last}"
        if self.pasted_on:
            return f"You said on {say_day(self.pasted_on)} that the note is in the case system."
        return f"They are with their owners. Please put the note into the case system.{last}"

    def _lines(self, limit: int) -> list[Element]:
        most = min(limit, ON_A_LINE)
        drawn = [
            Line(
                text=f"{one.label} {shorten(one.what, most, 'press it to read on')}",
                detail=f"{one.owner}{f', {one.state}' if one.state else ''}",
                right=say_date(one.due),
                press_for=("open_action", one),
            )
            for one in self.lines[:MOST_LINES]
        ]
        more = len(self.lines) - len(drawn)
        rest = [small(f"And {say_count(more, 'more', 'more')}. Type actions.")] if more > 0 else []
        return [*lines(drawn, "Medium"), *rest]

    def _note(self, limit: int) -> list[Element]:
        if not self.note:
            return []
        text = quote("Case note to copy", shorten(self.note, limit * 2, "type actions for all"))
        if self.pasted_on:
            return [text]
        said = small("I do not write in the case system myself.")
        tick = button("It is in the record", "tick_case_note", self, primary=True)
        return [text, said, *rows([tick])]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A copy, a case note, one that is pasted, many."""
        line = PlanLine(
            ref=Ref("action", "312"),
            version=2,
            label="A-312",
            what="Bring the chronology up to date",
            owner="Will Heath",
            due=date(2026, 4, 3),
        )
        copy = cls(
            ref=Ref("plan", "31"),
            version=2,
            case="C-24113",
            programme="Deep dive audit",
            lines=(line, replace(line, label="A-313", state="signed off")),
            latest=date(2026, 4, 10),
        )
        note = replace(
            copy,
            note="Deep dive audit finished on 10 March 2026.\n1. Bring the chronology up to date. "
            "Owner: Will Heath. By 3 April 2026.",
        )
        long = tuple(replace(line, label=f"A-{n}", what="Hold it. " * 60) for n in range(20))
        return (
            copy,
            note,
            replace(note, pasted_on=date(2026, 3, 12)),
            replace(note, lines=long, note="Hold a meeting. " * 600),
        )
