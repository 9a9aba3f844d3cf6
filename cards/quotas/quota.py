"""What one person owes in the period: what is done, part by part, and what is left (LEI-06)."""

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
    escape,
    lines,
    noticed,
    progress_bar,
    rows,
    sentence,
    small,
    subtitle,
    title,
)
from cards.quotas.parts import PartLine, QuotaShown
from domain.calendar.wording import say_count, say_date, say_list
from domain.refs import Ref

MOST_NAMES = 20


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """``whose`` is the name of the person, empty for the reader's own."""

    kind: ClassVar[str] = "quota"

    ref: Ref
    version: int
    quotas: tuple[QuotaShown, ...]
    whose: str = ""
    has_team: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """The first quota in the title; each with its parts."""
        first = self.quotas[0]
        body = [
            band(f"Quota of {self.whose}" if self.whose else "Your quota", first.pace),
            title(f"{first.done} of {first.owed} done"),
            sentence(self._sentence(first)),
            *(element for shown in self.quotas for element in self._quota(shown)),
            *rows(self._buttons()),
        ]
        fallback = f"{first.done} of {first.owed} done. Type quota or learning done."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self, shown: QuotaShown) -> str:
        until = f"by {say_date(shown.last_day)}"
        if not shown.still_owed:
            return f"{escape(shown.title)}: everything is done, {until}."
        return f"{escape(shown.title)}. Still to do {until}: **{escape(shown.still_owed)}**."

    def _quota(self, shown: QuotaShown) -> list[Element]:
        drawn = [
            Line(text=part.name.capitalize(), right=f"{part.done} of {part.owed}")
            for part in shown.parts
        ]
        return [
            subtitle(f"{shown.title}, {shown.period}"),
            progress_bar(shown.done, shown.owed, "done"),
            *lines(drawn),
            *[small(note) for note in self._notes(shown)],
        ]

    def _notes(self, shown: QuotaShown) -> list[str]:
        notes = []
        if shown.behind:
            notes.append(
                f"{say_count(shown.behind, 'piece')} behind an even pace through the period."
            )
        if shown.beyond:
            notes.append(f"{shown.beyond} more than was asked for.")
        if shown.waiting:
            rest = len(shown.waiting) - MOST_NAMES
            names = [*shown.waiting[:MOST_NAMES], *([f"{rest} more"] if rest > 0 else [])]
            notes.append(f"None yet: {say_list(names)}.")
        return notes

    def _buttons(self) -> list[Element]:
        if self.whose:
            return []
        record = button("Record a piece", "open_piece", self, primary=True)
        team = button("My team's quotas", "open_team_quota", self)
        return [record, team] if self.has_team else [record]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Half done, complete with one too many, a manager's look, one owed for each worker."""
        names = ("thematic audit", "health check", "supervision quality", "other")
        year = QuotaShown(
            title="Pieces of service learning in the year",
            first_day=date(2026, 4, 1),
            last_day=date(2027, 3, 31),
            parts=tuple(
                PartLine(name=name, done=done, owed=owed)
                for name, done, owed in zip(names, (3, 1, 0, 0), (4, 1, 1, 2), strict=True)
            ),
            behind=1,
        )
        full = replace(year, parts=tuple(replace(p, done=p.owed) for p in year.parts), behind=0)
        each = replace(
            year,
            title="A piece of family feedback for each practitioner",
            first_day=date(2026, 10, 1),
            last_day=date(2026, 12, 31),
            parts=(PartLine(name="family feedback", done=1, owed=2),),
            waiting=("Jonah Pike",),
        )
        mine = cls(ref=Ref("person", "ada"), version=1, quotas=(year,))
        return (
            mine,
            replace(mine, quotas=(replace(full, beyond=1),), has_team=True, notice="Recorded."),
            replace(mine, whose="Ada Okafor"),
            replace(mine, quotas=(each, year)),
        )
