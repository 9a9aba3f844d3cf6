"""A month's reflective session, for those who run it: set the day, see who comes (SEF-23)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action
from cards.kit import (
    band,
    button,
    card,
    facts,
    fitting,
    many_field,
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
    """``coming``, ``not_coming`` and ``came`` are names; ``asked`` counts everybody.

    ``asked_people`` are (id, name) of them all, ``expected`` the ids of those who said they come.
    ``over``: the session has begun, so that who was there can be ``noted``.
    """

    kind: ClassVar[str] = "session_plan"

    ref: Ref
    version: int
    name: str
    month: date
    asked: int
    coming: tuple[str, ...] = ()
    not_coming: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    asked_people: tuple[tuple[str, str], ...] = ()
    expected: tuple[str, ...] = ()
    over: bool = False
    noted: bool = False
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
            band(f"{self.name} · {self.month:%B}", self._state_word()),
            title(f"The session on {self.month:%B}'s audits"),
            sentence(self._sentence()),
            facts(
                ("When", moment(self.starts_at) if self.starts_at else ""),
                ("Coming", "" if self.noted else f"{len(self.coming)} of {self.asked}"),
                ("Came", f"{len(self.came)} of {self.asked}" if self.noted else ""),
                ("There", ", ".join(self.came)),
                ("Who", ", ".join(self.coming)),
                ("Not coming", ", ".join(self.not_coming)),
            ),
            *(quote(idea.name, shorten(idea.words, limit)) for idea in self.ideas),
            *rows(
                [
                    self._attendance(),
                    opens(
                        "Change the day" if self.starts_at else "Set the day",
                        day_and_time(),
                        *rows([button("Tell everybody", "set_session_time", self)]),
                        primary=not self.starts_at,
                    ),
                ]
            ),
        ]
        fallback = "The month's session. Type when: and a day and a time."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _attendance(self) -> Action | None:
        """Who was there, ticked for those who said that they would come."""
        if not self.over:
            return None
        ticks = many_field(
            "came", "Who was there?", self.asked_people, value=",".join(self.expected)
        )
        keep = button("Keep it", "note_attendance", self)
        return opens("Note who came", ticks, *rows([keep]), primary=not self.noted)

    def _state_word(self) -> str:
        if self.noted:
            return "Held"
        return "Planned" if self.starts_at else "No day yet"

    def _sentence(self) -> str:
        if self.noted:
            return "Who was there is noted. The ideas stay here."
        if self.over:
            return "The session's time has come. Please note who was there."
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
        asked = (("ada", "Ada Okafor"), ("priya", "Priya Nair"), ("ivo", "Ivo Hart"))
        over = replace(planned, over=True, asked_people=asked, expected=("ada", "priya"))
        held = replace(over, noted=True, coming=(), not_coming=(), came=("Ada Okafor",))
        return new, planned, over, held, replace(new, notice="That time is over already.")
