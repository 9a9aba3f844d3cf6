"""What a turn in a chat needs to be remembered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.audits.notice import Notice
from domain.focus import Focus


class Inbox(Protocol):
    """Which activities have been seen, so that a repeat has no second effect."""

    async def first_time(
        self, *, channel: str, conversation: str, activity: str, action: str, now: datetime
    ) -> bool:
        """Note an activity; False where it was noted before."""

    async def forget_before(self, moment: datetime) -> int:
        """Drop old notes; gives how many."""


class Focuses(Protocol):
    """The form that is open for each person."""

    async def of(self, person_id: str) -> Focus | None:
        """The open form, if any."""

    async def busy(self, people: Collection[str]) -> set[str]:
        """Who of them has a form open."""

    async def set(self, person_id: str, focus: Focus, now: datetime) -> None:
        """Open another form."""

    async def set_all(self, forms: Mapping[str, Focus], now: datetime) -> None:
        """Open another form for each of many people."""

    async def clear(self, person_id: str) -> None:
        """No form is open."""


class Notices(Protocol):
    """Who was told of an audit, and what they answered. Notes are encrypted at rest."""

    async def add(self, audit_id: int, person_id: str, role: str) -> int:
        """Note that a person is told, as ``worker``, ``team_manager``…; gives the notice's id.

        A person told in two roles keeps the first; the id of that notice is given back.
        """

    async def add_all(self, told: Sequence[tuple[int, str, str]]) -> Mapping[tuple[int, str], int]:
        """``add`` for many (audit, person, role); gives the ids by audit and person."""

    async def get(self, notice_id: int) -> Notice | None:
        """One notice."""

    async def of_audit(self, audit_id: int) -> list[Notice]:
        """Everybody told of one audit."""

    async def save(self, notice: Notice) -> Notice:
        """Write a notice whose ``version`` is the one read; gives it with the next version."""
