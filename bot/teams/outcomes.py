"""What can become of a request to Teams, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Sent:
    """Teams took it; ``activity_id`` is empty where Teams gave none."""

    activity_id: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The chat with a person exists."""

    conversation_id: str


@dataclass(frozen=True, slots=True)
class Retry:
    """Not taken, may be later: after ``after`` seconds where Teams says so.

    ``counts`` is False where the fault is ours (no network, no token): the message is not to
    blame and waits for as long as that takes. ``throttled``: we were too fast.
    """

    reason: str
    after: float | None = None
    counts: bool = True
    throttled: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """Teams may or may not have taken it."""

    reason: str


class Absence(StrEnum):
    """Why there is nobody to reach."""

    BLOCKED = "blocked"  # 403: blocked, uninstalled, disabled by the administrator
    NOT_FOUND = "not_found"  # 404: the chat or the card is not there


@dataclass(frozen=True, slots=True)
class Gone:
    """There is nobody at that address."""

    why: Absence
    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Teams will never take this; trying again is of no use."""

    reason: str


Outcome = Sent | Retry | Unknown | Gone | Refused
Opening = Opened | Retry | Unknown | Gone | Refused
