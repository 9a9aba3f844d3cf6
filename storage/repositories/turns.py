"""Which activities have been seen, and which form is open."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from domain.focus import Focus
from storage.repositories.base import Repository
from storage.tables import focuses, inbox

_FORM = select(focuses.c.kind, focuses.c.subject, focuses.c.delivery_id).where(
    focuses.c.person_id == bindparam("person_id")
)


class SqlInbox(Repository):
    """Implements the port ``Inbox``."""

    async def first_time(
        self, *, channel: str, conversation: str, activity: str, action: str, now: datetime
    ) -> bool:
        """Note an activity; False where it was noted before.

        On PostgreSQL a second one waits until the first one's transaction is over.
        """
        note = self._insert(inbox).values(
            channel=channel,
            conversation=conversation,
            activity=activity,
            action=action,
            seen_at=now,
        )
        return await self._count(note.on_conflict_do_nothing()) == 1

    async def forget_before(self, moment: datetime) -> int:
        """Drop old notes; gives how many."""
        return await self._count(delete(inbox).where(inbox.c.seen_at < moment))


class SqlFocuses(Repository):
    """Implements the port ``Focuses``."""

    async def of(self, person_id: str) -> Focus | None:
        """The open form, if any."""
        row = await self._one(_FORM, person_id=person_id)
        return Focus(**row) if row else None

    async def set(self, person_id: str, focus: Focus, now: datetime) -> None:
        """Open another form."""
        form = {
            "kind": focus.kind,
            "subject": focus.subject,
            "delivery_id": focus.delivery_id,
            "opened_at": now,
        }
        insert = self._insert(focuses).values(person_id=person_id, **form)
        await self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=["person_id"], set_={name: insert.excluded[name] for name in form}
            )
        )

    async def clear(self, person_id: str) -> None:
        """No form is open."""
        await self._connection.execute(delete(focuses).where(focuses.c.person_id == person_id))
