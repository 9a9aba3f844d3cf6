"""One card as it is going to be sent: what a rehearsal tells."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.calendar.wording import say_time
from domain.calendar.working_days import local


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One new card: when it goes out, to whom, the line of its notification, what has it sent."""

    at: datetime
    who: str
    kind: str
    what: str
    why: str

    @property
    def line(self) -> str:
        """``Tue 1 Dec 2026 09:00  Tess Marlow: 2 things to do (reminders)``."""
        day = local(self.at)
        when = f"{day:%a} {day.day} {day:%b %Y} {say_time(self.at)}"
        return f"{when}  {self.who}: {self.what} ({self.why})"


Foresee = Callable[[datetime, datetime], Awaitable[Sequence[Sending]]]
"""What is sent from one moment to another while nobody does anything; it changes nothing."""
