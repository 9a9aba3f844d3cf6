"""Who has gathered feedback this quarter, and who has none yet (SOM-21, story 18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import Line, band, card, lines, noticed, sentence, small, subtitle, title
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

MOST_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """One practitioner and how many pieces there are of their work."""

    name: str
    pieces: int


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackTeam:
    """``people`` by name; whoever has no piece is named first and on their own."""

    kind: ClassVar[str] = "feedback_team"

    ref: Ref
    version: int
    what: str
    last_day: date
    people: tuple[TeamLine, ...]
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word."""
        return None

    def render(self) -> Json:
        """Those without a piece, then those with one."""
        missing = [one for one in self.people if not one.pieces]
        there = [one for one in self.people if one.pieces]
        pieces = say_count(sum(one.pieces for one in there), "piece")
        state = f"{len(missing)} missing" if missing else "Complete"
        body = [
            band(self.what, state),
            title(f"{len(there)} of {len(self.people)} have feedback"),
            sentence(f"{pieces} by now; it is counted up to {say_day(self.last_day)}."),
            subtitle("None yet") if missing else None,
            *lines(Line(text=one.name, right="None", strong=True) for one in missing[:MOST_LINES]),
            subtitle("With feedback") if there else None,
            *lines(Line(text=one.name, right=str(one.pieces)) for one in there[:MOST_LINES]),
            small("Type feedback to write a piece down."),
        ]
        fallback = f"{len(missing)} of {len(self.people)} have no feedback yet."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Two missing; complete."""
        names = ("Ada Okafor", "Ivo Hart", "Jonah Pike", "Lea Sand", "Mina Voss")
        some = cls(
            ref=Ref("person", "tess"),
            version=1,
            what="A piece of family feedback for each practitioner",
            last_day=date(2026, 3, 31),
            people=tuple(TeamLine(name=n, pieces=int(at > 1)) for at, n in enumerate(names)),
        )
        return (some, replace(some, people=some.people[2:]))
