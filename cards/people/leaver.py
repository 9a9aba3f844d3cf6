"""Somebody has left: who has now what was theirs, and another hand for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    choice_field,
    escape,
    lines,
    noticed,
    opens,
    rows,
    sentence,
    small,
    title,
)
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST_LINES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftLine:
    """One duty; ``ref`` where it is the reader's, who may open it."""

    text: str
    detail: str
    due: date
    to: str
    ref: Ref | None = None
    version: int = 1


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """``left`` is still to do. ``choices`` are those who may take it over, for who decides."""

    kind: ClassVar[str] = "leaver"

    ref: Ref
    version: int
    reader: Ref
    who: str
    left: tuple[LeftLine, ...] = ()
    to: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line; counts only."""
        return f"Somebody has left: {say_count(len(self.left), 'thing')} to take over"

    def render(self) -> Json:
        """What it is, with whoever has it; then the way to give it to another."""
        body = [
            band("Staff list", "Left"),
            title("Somebody has left"),
            sentence(self._sentence()),
            *self._lines(),
            *self._answers(),
        ]
        fallback = "Somebody has left, and what was theirs is with others. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        if not self.left:
            return f"**{escape(self.who)}** has left. Nothing of theirs is still to do."
        count = say_count(len(self.left), "duty", "duties")
        return f"**{escape(self.who)}** has left; {count} had to find a new owner."

    def _lines(self) -> list[Element]:
        found = lines(
            Line(
                text=one.text,
                detail=", ".join(part for part in (one.detail, f"with {one.to}") if part),
                right=say_date(one.due),
                press_for=("open_duty", Target(one.ref, one.version)) if one.ref else None,
            )
            for one in self.left[:MOST_LINES]
        )
        rest = len(self.left) - MOST_LINES
        return [*found, *([small(f"{rest} more.")] if rest > 0 else [])]

    def _answers(self) -> list[Element]:
        work = button("My work", "open_work", Target(self.reader))
        if not (self.left and self.choices):
            return rows([work])
        note = small(f"{self.to} stands in for them." if self.to else "Nobody stands in yet.")
        give = opens(
            "Somebody else takes over",
            choice_field("person", "Who takes over", self.choices, filtered=True, required=True),
            *rows([button("They take over", "name_successor", self)]),
            primary=True,
        )
        return [note, *rows([give, work])]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """For who decides, for a new owner, a long one, nothing left."""
        line = LeftLine(
            text="Grade C-23087",
            detail="Case file audit, 4 of 6 areas",
            due=date(2026, 12, 22),
            to="Helen Brandt",
        )
        decides = cls(
            ref=Ref("leaver", "ada"),
            version=1,
            reader=Ref("person", "cora"),
            who="Ada Okafor",
            left=(line, replace(line, text="Improvement cycle meeting", detail="")),
            to="Helen Brandt",
            choices=(("ivo", "Ivo Hart, IRO"), ("p", "Priya Nair, Team Manager")),
        )
        owner = replace(decides, choices=(), left=(replace(line, ref=Ref("duty", "91")),))
        return (
            decides,
            owner,
            replace(decides, left=(line,) * 30, notice="Please choose who takes over."),
            replace(decides, left=(), to=""),
        )
