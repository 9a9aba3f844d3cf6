"""A talk that an audit needs: booked, held and noted, or not held for a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum


class TalkState(StrEnum):
    """How far a talk has come."""

    OPEN = "open"  # nothing is booked
    BOOKED = "booked"
    HELD = "held"
    NOT_HELD = "not_held"


class Reply(StrEnum):
    """What somebody who was invited said."""

    WAITING = "waiting"
    SUITS = "suits"
    OTHER = "other"  # that time does not suit


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One talk of one audit; ``key`` is the conversation's in the programme.

    ``starts_at`` is UTC. ``took_part`` are ids of people. ``notes`` are words by the number of
    the prompt ("1") or ``more``; ``words`` say more of the ``reason`` why it was not held.
    """

    id: int
    audit_id: int
    key: str
    state: TalkState
    version: int
    starts_at: datetime | None = None
    minutes: int = 0
    booked_by: str | None = None
    held_on: date | None = None
    took_part: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    words: str = ""

    @property
    def settled(self) -> bool:
        """Whether it was noted or there is a reason: it holds nothing up any more."""
        return self.state in {TalkState.HELD, TalkState.NOT_HELD}

    @property
    def ends_at(self) -> datetime | None:
        """When a booked talk ends."""
        return self.starts_at + timedelta(minutes=self.minutes) if self.starts_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One person asked to a booked talk; ``times`` are other starts that would suit, UTC."""

    id: int
    talk_id: int
    person_id: str
    version: int
    reply: Reply = Reply.WAITING
    times: tuple[datetime, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkTick:
    """A seat's holder says that the joint talk was held (HER-07)."""

    seat_id: int
    holder: str
    at: datetime
