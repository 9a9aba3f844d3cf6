"""Who is on a deep dive, and what moves because of it: told to them and to the QA team (E-24)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Line,
    band,
    button,
    card,
    escape,
    facts,
    lines,
    noticed,
    rows,
    sentence,
    shorten,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_date, say_list
from domain.refs import Ref

MOST_LINES = 12
LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedLine:
    """A seat that fell due in the month: ``C-23087, sampler``, whose, and the two days."""

    what: str
    whose: str
    before: date
    until: date


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditorsExcused:
    """``mine`` where the reader is one of the auditors; ``home`` is the reader, for a button."""

    kind: ClassVar[str] = "auditors_excused"

    ref: Ref
    version: int
    home: Ref
    programme: str
    month: date
    theme: str
    auditors: tuple[str, ...]
    by: str
    moved: tuple[MovedLine, ...] = ()
    mine: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.programme} in {self.month:%B}: no other audits for its auditors"

    def render(self) -> Json:
        """What it is about, who, and what moved."""
        body = [
            band(self.programme, f"{self.month:%B %Y}"),
            title(f"You are on it in {self.month:%B}" if self.mine else "Auditors are excused"),
            sentence(self._sentence()),
            facts(
                ("Issue", shorten(self.theme, LONGEST)),
                ("Auditors", say_list(self.auditors)),
                ("Asked by", self.by),
            ),
            subtitle("Moved to another day") if self.moved else None,
            *lines([_line(line) for line in self.moved[:MOST_LINES]]),
            small(f"{rest} more.") if (rest := len(self.moved) - MOST_LINES) > 0 else None,
            *rows([button("Show my work", "open_work", _Home(self.home), primary=True)]),
        ]
        fallback = f"{self.programme} in {self.month:%B}. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        what = escape(self.programme.lower())
        if self.mine:
            return f"In {self.month:%B} you have the {what} and no other audit work."
        return (
            f"In {self.month:%B} they have the {what} and get no other audit. "
            "Draws and re-allocation pass them over."
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """For the QA team with two seats that moved, for an auditor, with too many."""
        line = MovedLine(
            what="C-24098, sampler",
            whose="Ada Okafor",
            before=date(2026, 12, 31),
            until=date(2027, 1, 29),
        )
        told = cls(
            ref=Ref("cycle", "17"),
            version=1,
            home=Ref("person", "cora"),
            programme="Deep dive review",
            month=date(2026, 12, 1),
            theme="Why do children wait for a plan?",
            auditors=("Ada Okafor", "Ivo Hart"),
            by="Helen Brandt",
            moved=(line, replace(line, whose="Ivo Hart")),
        )
        return (
            told,
            replace(told, mine=True, moved=()),
            replace(told, moved=(line,) * 15, theme="Why? " * 200),
        )


@dataclass(frozen=True, slots=True)
class _Home:
    """The reader, as a button's subject."""

    ref: Ref
    version: int = 1


def _line(line: MovedLine) -> Line:
    before, until = say_date(line.before), say_date(line.until)
    return Line(text=line.what, detail=f"{line.whose}, was {before}", right=until)
