"""What the cards of quotas share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.wording import say_list


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """One part: its name in small letters, how many are done of how many."""

    name: str
    done: int
    owed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaShown:
    """One quota in one period; ``waiting`` are the names for whom there is no piece yet."""

    title: str
    first_day: date
    last_day: date
    parts: tuple[PartLine, ...]
    beyond: int = 0
    behind: int = 0
    waiting: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        """How many count."""
        return sum(part.done for part in self.parts)

    @property
    def owed(self) -> int:
        """How many are asked for."""
        return sum(part.owed for part in self.parts)

    @property
    def still_owed(self) -> str:
        """``1 thematic audit and 2 other``; empty where all is done."""
        left = [f"{p.owed - p.done} {p.name}" for p in self.parts if p.owed > p.done]
        return say_list(left)

    @property
    def period(self) -> str:
        """``April 2026 to March 2027``."""
        first, last = f"{self.first_day:%B %Y}", f"{self.last_day:%B %Y}"
        return first if first == last else f"{first} to {last}"

    @property
    def pace(self) -> str:
        """``Behind``, ``On pace`` or ``Complete``."""
        if self.done >= self.owed:
            return "Complete"
        return "Behind" if self.behind else "On pace"
