"""One card as it is going to be sent: what a rehearsal tells."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar.wording import say_time
from domain.calendar.working_days import local
from domain.refs import Ref


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """Somebody asks what is going to be sent on some days, both included.

    ``found`` are the lines of the answer, once ``done_at`` is set.
    """

    id: int
    asked_by: str
    first_day: date
    last_day: date
    asked_at: datetime
    done_at: datetime | None = None
    found: tuple[str, ...] = ()

    @property
    def ref(self) -> Ref:
        """The subject of its card."""
        return Ref("rehearsal", str(self.id))


Foresee = Callable[[datetime, datetime], Awaitable[Sequence[Sending]]]
"""What is sent from one moment to another while nobody does anything; it changes nothing."""
