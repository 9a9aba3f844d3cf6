"""What an answer of Teams means (the table of tech.md, part 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from bot.incoming import Json
from bot.teams.outcomes import (
    Absence,
    Gone,
    Opened,
    Opening,
    Outcome,
    Refused,
    Retry,
    Sent,
    Unknown,
)

LONGEST_WAIT = 3600.0
THROTTLED = 429
NOT_TAKEN = frozenset({412, 503})  # Teams says that it did nothing
NEVER = frozenset({501, 505})  # of the 5xx, those that no waiting will change
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,48}")  # with the status it fits into a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An HTTP answer; ``repeatable``: the request taken twice does no more than taken once."""

    status: int
    headers: Mapping[str, str]
    document: Json
    repeatable: bool

    @property
    def reason(self) -> str:
        """Status and Teams' error code, fit for a log: never Teams' own sentence."""
        error = self.document.get("error")
        code = error.get("code") if isinstance(error, dict) else None
        known = isinstance(code, str) and _CODE.fullmatch(code)
        return f"{self.status} {code}" if known else str(self.status)

    @property
    def new_id(self) -> str:
        """The id that Teams gave to what it made; empty where it gave none."""
        made = self.document.get("id")
        return made if isinstance(made, str) else ""


def outcome(answer: Answer | Retry | Unknown | Refused, *, activity_id: str = "") -> Outcome:
    """What became of a send; ``activity_id`` is that of the activity updated."""
    if not isinstance(answer, Answer):
        return answer
    if 200 <= answer.status < 300:
        return Sent(activity_id or answer.new_id)
    return _failure(answer)


def opening(answer: Answer | Retry | Unknown | Refused) -> Opening:
    """What became of opening a chat."""
    if not isinstance(answer, Answer):
        return answer
    if 200 <= answer.status < 300:
        return Opened(answer.new_id) if answer.new_id else Refused("no_conversation_id")
    return _failure(answer)


def _failure(answer: Answer) -> Retry | Unknown | Gone | Refused:
    status = answer.status
    if status == 401:
        return Retry(answer.reason, counts=False)  # our registration, not this message
    if status == THROTTLED:
        return Retry(answer.reason, after=wait(answer.headers), counts=False, throttled=True)
    if status in NOT_TAKEN or _doubtful(status):
        surely_not = status in NOT_TAKEN or answer.repeatable
        return Retry(answer.reason, wait(answer.headers)) if surely_not else Unknown(answer.reason)
    if status == 403:
        return Gone(Absence.BLOCKED, answer.reason)
    if status in (404, 410):
        return Gone(Absence.NOT_FOUND, answer.reason)
    return Refused(answer.reason)


def _doubtful(status: int) -> bool:
    """Teams may have done it before it said so."""
    return status == 408 or (status >= 500 and status not in NEVER)


def wait(headers: Mapping[str, str]) -> float | None:
    """The seconds of ``Retry-After``, whether it is written as seconds or as a date."""
    told = headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdecimal():
        return min(float(told), LONGEST_WAIT)
    try:
        seconds = parsedate_to_datetime(told) - parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, TypeError):
        return None
    return min(max(seconds.total_seconds(), 0.0), LONGEST_WAIT)
