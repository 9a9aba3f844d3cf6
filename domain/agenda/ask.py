"""What a holder asks about one of their duties: later reminders, or that somebody else has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.refs import Ref


class AskKind(StrEnum):
    """``snooze``: remind me later; ``hand_over``: this is not mine."""

    SNOOZE = "snooze"
    HAND_OVER = "hand_over"


class AskState(StrEnum):
    """Waits for somebody's answer, or how it ended."""

    WAITING = "waiting"
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyAsk:
    """``until`` is the day of the next reminder; ``taker`` who has it after a hand-over.

    ``decided_by`` is empty while nobody has answered, and the asker where nobody had to.
    """

    id: int
    duty_id: int
    kind: AskKind
    state: AskState
    asked_by: str
    asked_at: datetime
    until: date | None = None
    taker: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1

    @property
    def ref(self) -> Ref:
        """The subject of its card."""
        return Ref("duty_ask", str(self.id))

    @property
    def waits(self) -> bool:
        """Whether somebody has to answer it."""
        return self.state is AskState.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAsk:
    """An ask before it has a row; ``agreed`` where nobody has to be asked."""

    duty_id: int
    kind: AskKind
    asked_by: str
    until: date | None = None
    agreed: bool = False
