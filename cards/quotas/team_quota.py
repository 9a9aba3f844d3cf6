"""How everybody below a manager stands with their quota, whoever is furthest behind first."""

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
class PersonLine:
    """One person's quota: what is still owed in words, empty where all is done."""

    name: str
    done: int
    owed: int
    still_owed: str
    behind: int = 0


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class TeamQuota:
    """``people`` in the order in which they are shown."""

    kind: ClassVar[str] = "team_quota"

    ref: Ref
    version: int
    people: tuple[PersonLine, ...]
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """A line for each, with what is missing."""
        behind = sum(line.behind > 0 for line in self.people)
        whole = sum(line.done >= line.owed for line in self.people)
        body = [
            band("Quotas of your team", f"{behind} behind" if behind else "On pace"),
            title(f"{whole} of {len(self.people)} complete"),
            sentence("Type **quota** and a name to see one person's, like quota Ada."),
            *lines([self._line(line) for line in self.people[:MOST_LINES]]),
            small(f"{rest} more.") if (rest := len(self.people) - MOST_LINES) > 0 else None,
        ]
        fallback = f"{whole} of {len(self.people)} quotas are complete. Type quota team."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _line(self, line: PersonLine) -> Line:
        missing = f"Missing: {line.still_owed}" if line.still_owed else "Complete"
        late = f"{say_count(line.behind, 'piece')} behind. " if line.behind else ""
        return Line(
            text=line.name,
            detail=f"{late}{missing}",
            right=f"{line.done} of {line.owed}",
            strong=line.behind > 0,
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One behind and one done; more than fit."""
        ada = PersonLine(
            name="Ada Okafor", done=5, owed=10, still_owed="1 thematic audit", behind=2
        )
        ivo = PersonLine(name="Ivo Hart", done=10, owed=10, still_owed="")
        team = cls(ref=Ref("person", "cora"), version=1, people=(ada, ivo))
        return (team, replace(team, people=(ivo,) * 25))
