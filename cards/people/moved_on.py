"""A press on an old card: what has happened since, and what had been typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Target,
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    noticed,
    rows,
    sentence,
    subtitle,
    title,
)
from cards.people.typed import Typed, typed_back
from domain.calendar.wording import say_date, say_time
from domain.calendar.working_days import local_day
from domain.refs import Ref

MOST_EVENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened since: "Tess Marlow returned it: one visit was missing"."""

    at: datetime
    text: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class MovedOn:
    """The press changed nothing.

    ``what`` and ``state`` stand in the band ("Action A-312 · C-24113", "Signed off"); ``why`` is
    one plain sentence. The last three ``events`` are shown, the newest last. ``open_verb`` opens
    the subject; empty where there is nothing to open. ``reader`` is the person who pressed.
    """

    kind: ClassVar[str] = "moved_on"

    ref: Ref
    version: int
    reader: Ref
    what: str
    state: str
    why: str
    today: date
    events: tuple[Event, ...] = ()
    typed: tuple[Typed, ...] = ()
    open_verb: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a press."""
        return None

    def render(self) -> Json:
        """What happened, and the way on."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        opens = self.open_verb
        now = button("Open it as it is now", opens, self, primary=True) if opens else None
        work = button("My work", "open_work", Target(self.reader), primary=not opens)
        body = [
            band(self.what, self.state),
            title("This has moved on"),
            sentence(escape(f"{self.why} Your press changed nothing.")),
            *self._since(),
            *typed_back(self.typed, limit),
            *rows([now, work]),
        ]
        fallback = "This has moved on since you got the card. Your press changed nothing."
        return card(fallback=f"{fallback} Type my work.", body=noticed(body, self.notice))

    def _since(self) -> list[Element | None]:
        if not self.events:
            return []
        ordered = sorted(self.events, key=lambda event: event.at)[-MOST_EVENTS:]
        said = facts(*((self._when(one.at), one.text) for one in ordered), spacing="Small")
        return [subtitle("Since you got this card"), said]

    def _when(self, at: datetime) -> str:
        day = local_day(at)
        return f"Today {say_time(at)}" if day == self.today else say_date(day)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """With events and typed text, without, long texts."""
        full = cls(
            ref=Ref("action", "312"),
            version=6,
            reader=Ref("person", "priya"),
            what="Action A-312 · C-24113",
            state="Signed off",
            why="Tess Marlow signed this action off at 09:14 today.",
            today=date(2026, 12, 3),
            events=(
                Event(at=_at(1), text="You sent it for sign-off"),
                Event(at=_at(2), text="Tess Marlow returned it: one visit was missing"),
                Event(at=_at(3), text="Tess Marlow signed it off, quality and compliance"),
            ),
            typed=(Typed(label="Evidence", text="Visit of 3 September added."),),
            open_verb="open_action",
        )
        names = ("Evidence", "Strengths", "Areas to develop")
        long = tuple(Typed(label=name, text="The school agrees. " * 500) for name in names)
        return (
            full,
            replace(full, events=(), typed=(), open_verb=""),
            replace(full, typed=long),
            replace(full, notice="The card above is up to date again."),
        )


def _at(day: int) -> datetime:
    return datetime(2026, 12, day, 9, 14, tzinfo=UTC)
