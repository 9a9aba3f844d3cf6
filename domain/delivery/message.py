"""What must reach whom, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from domain.refs import Ref


class Lane(IntEnum):
    """Urgent rows go first, always."""

    URGENT = 0
    ORDINARY = 1
    BULK = 2


class MessageState(StrEnum):
    """``unknown``: Teams may or may not have taken it; ``held``: an operator must release it."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DEAD = "dead"
    HELD = "held"


class Doubt(StrEnum):
    """What to do when nobody can tell whether Teams took a message."""

    SEND_AGAIN = "send_again"  # immediate responses and incidents: the repeat says that it is one
    SEND_ONCE_MORE = "send_once_more"  # allocations, moderation, reminders: once, if no press came
    LET_BE = "let_be"  # digests and broadcasts: never repeated


@dataclass(frozen=True, slots=True)
class Letter:
    """A card about a subject for a person, queued one time only on the occasion ``once``."""

    about: Ref
    to: str
    once: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An outbox row as the dispatcher claims it: kinds and ids only, never a word of a person.

    ``delivery_id`` set: update that sent card in place. Not set: a new card for the recipient.
    ``shown_at``: since then the person has had what the update would show, as an answer.
    """

    id: int
    lane: Lane
    kind: str
    subject: Ref
    recipient: str
    attempts: int
    lease_token: str
    doubt: Doubt = Doubt.SEND_ONCE_MORE
    delivery_id: int | None = None
    repeat: bool = False
    shown_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Teams took a message at that moment, and gave it that place; no id where it gave none."""

    message: Message
    conversation_id: str
    activity_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A card that stands in somebody's chat."""

    id: int
    kind: str
    subject: Ref
    recipient: str
    conversation_id: str
    activity_id: str
    sent_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a person can be reached in Teams; kept from what Teams sends, newest first."""

    person_id: str
    tenant_id: str
    aad_object_id: str
    teams_user_id: str
    bot_id: str
    conversation_id: str
    service_url: str
    blocked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where a message goes: its recipient's chat, and the sent card that it updates."""

    address: Address | None = None
    card: Delivery | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxCounts:
    """Rows by state, and since when the oldest waiting one has been due."""

    by_state: dict[str, int]
    oldest_due: datetime | None
