"""Which activities have been seen, and which form is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.focus import Focus
from storage.known import Known
from storage.repositories.base import Repository, in_both
from storage.tables import focuses, inbox

FORM: Final = (focuses.c.kind, focuses.c.subject, focuses.c.delivery_id)
"""The columns of an open form, as ``focus_of`` reads them."""

_FORM = select(*FORM).where(focuses.c.person_id == bindparam("person_id"))


def _open_form(insert: Callable[[Table], postgresql.Insert]) -> postgresql.Insert:
    form = insert(focuses)
    changed = ("kind", "subject", "delivery_id", "opened_at")
    return form.on_conflict_do_update(
        index_elements=["person_id"], set_={name: form.excluded[name] for name in changed}
    )


_OPEN_FORM = in_both(_open_form)
_NOTE = in_both(lambda insert: insert(inbox).on_conflict_do_nothing())


class SqlInbox(Repository):
    """Implements the port ``Inbox``."""

    async def first_time(
        self, *, channel: str, conversation: str, activity: str, action: str, now: datetime
    ) -> bool:
        """Note an activity; False where it was noted before.

        On PostgreSQL a second one waits until the first one's transaction is over.
        """
        return (
            await self._count(
                self._here(_NOTE),
                channel=channel,
                conversation=conversation,
                activity=activity,
                action=action,
                seen_at=now,
            )
            == 1
        )

    async def forget_before(self, moment: datetime) -> int:
        """Drop old notes; gives how many."""
        return await self._count(delete(inbox).where(inbox.c.seen_at < moment))


class SqlFocuses(Repository):
    """Implements the port ``Focuses``."""

    def __init__(self, connection: AsyncConnection, known: Known) -> None:
        super().__init__(connection)
        self._known = known

    async def of(self, person_id: str) -> Focus | None:
        """The open form, if any."""
        return await self._known.read(("focus", person_id), lambda: self._of(person_id))

    async def _of(self, person_id: str) -> Focus | None:
        row = (await self._connection.execute(_FORM, {"person_id": person_id})).one_or_none()
        return focus_of(row) if row else None

    async def busy(self, people: Collection[str]) -> set[str]:
        """Who of them has a form open."""
        if not people:
            return set()
        found = select(focuses.c.person_id).where(focuses.c.person_id.in_(sorted(people)))
        return set((await self._connection.execute(found)).scalars())

    async def set(self, person_id: str, focus: Focus, now: datetime) -> None:
        """Open another form."""
        await self.set_all({person_id: focus}, now)

    async def set_all(self, forms: Mapping[str, Focus], now: datetime) -> None:
        """Open another form for each of many people."""
        rows = [
            {
                "person_id": person_id,
                "kind": focus.kind,
                "subject": focus.subject,
                "delivery_id": focus.delivery_id,
                "opened_at": now,
            }
            for person_id, focus in forms.items()
        ]
        if rows:
            await self._connection.execute(self._here(_OPEN_FORM), rows)

    async def clear(self, person_id: str) -> None:
        """No form is open."""
        await self._connection.execute(delete(focuses).where(focuses.c.person_id == person_id))


def focus_of(values: Sequence[Any]) -> Focus | None:
    """The form in the columns of ``FORM``; None where an outer join found none."""
    kind, subject, delivery_id = values
    return Focus(kind=kind, subject=subject, delivery_id=delivery_id) if kind is not None else None
