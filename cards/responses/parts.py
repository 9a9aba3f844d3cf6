"""What the cards of what cannot wait share: the countdown, the story, what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cards.elements import Element, TextBlock
from cards.kit import escape, more, small
from domain.calendar.wording import say_day, say_time
from domain.calendar.working_days import local_day

LIMIT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """The time that is left, as of ``now``: a card cannot tick, so it says when it counted."""

    due: datetime
    now: datetime

    @property
    def late(self) -> bool:
        """Whether the time is over."""
        return self.now >= self.due

    @property
    def left(self) -> str:
        """``8 h 45 min left`` or ``2 h 10 min late``."""
        minutes = abs(int((self.due - self.now).total_seconds())) // 60
        hours, rest = divmod(minutes, 60)
        said = f"{hours} h {rest} min" if hours else f"{rest} min"
        return f"{said} {'late' if self.late else 'left'}"

    @property
    def until(self) -> str:
        """``**23:59 today**, Tuesday 17 November``."""
        day = local_day(self.due)
        today = " today" if day == local_day(self.now) else ""
        return f"**{say_time(self.due)}{today}**, {say_day(day)}"

    def drawn(self, does: str) -> list[Element]:
        """The number in red, and under it until when and when it was counted."""
        said = f"{does} by {self.until}. Counted at {say_time(self.now)}."
        if self.late:
            said = f"It was due by {self.until}. Counted at {say_time(self.now)}."
        return [
            TextBlock(text=self.left, wrap=True, size="ExtraLarge", color="Attention"),
            TextBlock(text=said, wrap=True, spacing="None"),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of what happened: when, and what."""

    at: datetime
    text: str

    def said(self, today: date) -> str:
        """``15:14 sent to Sam Field``, with the day where that is not today."""
        day = local_day(self.at)
        when = say_time(self.at) if day == today else f"{say_day(day)}, {say_time(self.at)}"
        return f"{when} {self.text}"


def happened(events: tuple[Event, ...], today: date) -> list[Element]:
    """Everything that happened so far, behind one line that opens it."""
    if not events:
        return []
    return more("happened", "Everything so far", [small(each.said(today)) for each in events])


def plain(text: str) -> Element:
    """One line in plain words."""
    return TextBlock(text=escape(text), wrap=True, spacing="Medium")
