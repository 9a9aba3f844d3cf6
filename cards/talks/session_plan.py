"""A month's reflective session, for those who run it: set the day, see who comes (SEF-23)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    band,
    button,
    card,
    facts,
    fitting,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    title,
)
from cards.talks.parts import day_and_time, moment
from domain.calendar.wording import say_count
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """Whose idea, and what it says."""

    name: str
    words: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """``coming`` and ``not_coming`` are names; ``asked`` counts everybody."""

    kind: ClassVar[str] = "session_plan"

    ref: Ref
    version: int
    name: str
    month: date
    asked: int
    coming: tuple[str, ...] = ()
    not_coming: tuple[str, ...] = ()
    ideas: tuple[Idea, ...] = ()
    starts_at: datetime | None = None
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.name}: {say_count(self.asked, 'person', 'people')} asked"

    def render(self) -> Json:
        """Who comes, what they bring, and the day; long ideas cut where it would be too heavy."""
        return fitting(self._drawn)

    def _drawn(self, limit: int) -> Json:
        body = [
            band(f"{self.name} · {self.month:%B}", "Planned" if self.starts_at else "No day yet"),
            title(f"The session on {self.month:%B}'s audits"),
            sentence(self._sentence()),
            facts(
                ("When", moment(self.starts_at) if self.starts_at else ""),
                ("Coming", f"{len(self.coming)} of {self.asked}"),
                ("Who", ", ".join(self.coming)),
                ("Not coming", ", ".join(self.not_coming)),
            ),
            *(quote(idea.name, shorten(idea.words, limit)) for idea in self.ideas),
            *rows(
                [
                    opens(
                        "Change the day" if self.starts_at else "Set the day",
                        day_and_time(),
                        *rows([button("Tell everybody", "set_session_time", self)]),
                        primary=not self.starts_at,
                    )
                ]
            ),
        ]
        fallback = "The month's session. Type when: and a day and a time."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if self.starts_at:
            return "Everybody who was asked sees the day on their card."
        return "Everybody with a part in these audits has been asked. Please set the day."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """New, and with a day, answers and ideas."""
        new = cls(
            ref=Ref("session", "4"),
            version=1,
            name="Reflective learning session",
            month=date(2026, 11, 1),
            asked=14,
        )
        ideas = (Idea(name="Priya Nair", words="Ask the child first."),)
        planned = replace(
            new,
            starts_at=datetime(2026, 12, 10, 14, tzinfo=UTC),
            coming=("Ada Okafor", "Priya Nair"),
            not_coming=("Ivo Hart",),
            ideas=ideas,
        )
        return new, planned, replace(new, notice="That time is over already.")
