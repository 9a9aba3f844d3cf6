"""An approval: what was sent, item by item, and what became of each (COL-05, LEI-03, LEI-08)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.refs import Ref

ANSWER_LIMIT = 600  # characters of one answer; the plan itself lies behind the link
LINK_LIMIT = 300


class ApprovalState(StrEnum):
    """How far it has come."""

    ASKED = "asked"  # nobody has sent it yet
    WAITING = "waiting"  # somebody must pass it or return it
    RETURNED = "returned"  # nothing waits, and something must be sent again
    PASSED = "passed"
    DROPPED = "dropped"  # never sent


class ItemState(StrEnum):
    """How far one item has come."""

    OPEN = "open"
    WAITING = "waiting"
    RETURNED = "returned"
    PASSED = "passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is passed by itself; ``level`` counts from 0 who must pass it next.

    ``answers`` are in the order of what the rule asks. They and ``reason`` are encrypted at rest.
    """

    number: int
    name: str
    answers: tuple[str, ...] = ()
    state: ItemState = ItemState.OPEN
    level: int = 0
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One sending of what a rule names; ``owner`` where each of several people sends their own.

    ``slot`` is the period that it was asked for, and whose it is: once for ever. It is empty where
    somebody sends of their own accord. ``link`` is encrypted at rest.
    """

    id: int
    rule: str
    begun_at: datetime
    slot: str = ""
    owner: str | None = None
    due_on: date | None = None
    state: ApprovalState = ApprovalState.ASKED
    sender: str | None = None
    sent_at: datetime | None = None
    passed_at: datetime | None = None
    link: str = ""
    version: int = 1
    items: tuple[Item, ...] = ()

    @property
    def ref(self) -> Ref:
        """Its card."""
        return Ref("approval", str(self.id))

    @property
    def draft(self) -> Ref:
        """The form on which it is sent."""
        return Ref("approval_draft", str(self.id))

    @property
    def to_write(self) -> tuple[Item, ...]:
        """What can still be written: not sent yet, or returned."""
        states = {ItemState.OPEN, ItemState.RETURNED}
        return tuple(item for item in self.items if item.state in states)

    @property
    def waiting(self) -> tuple[Item, ...]:
        """What somebody must pass or return."""
        return tuple(item for item in self.items if item.state is ItemState.WAITING)
