"""The chain of what was done."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from domain.refs import Ref
from domain.trail import GENESIS, Entry, digest_of
from storage.repositories.base import Repository, in_both
from storage.tables import trail
from storage.types import utc

_ENTRY = select(*(column for column in trail.columns if column.name != "id"))
_HEAD = (
    select(trail.c.seq, trail.c.digest)
    .where(trail.c.subject == bindparam("about"))
    .order_by(trail.c.seq.desc())
    .limit(1)
)
_LINK = in_both(lambda insert: insert(trail).on_conflict_do_nothing())


class SqlTrail(Repository):
    """Implements the port ``Trail``."""

    async def record(
        self,
        subject: Ref,
        action: str,
        *,
        actor: str,
        now: datetime,
        details: Mapping[str, str | int | None] | None = None,
    ) -> Entry:
        """Append an entry to the subject's chain.

        Two writers may read the same last link. The unique (subject, seq) lets one of them in;
        the other one waits for it there, then reads again.
        """
        at = utc(now)
        while True:
            seq, before = await self._head(subject)
            link: dict[str, Any] = {
                "subject": subject,
                "seq": seq + 1,
                "at": at,
                "actor": actor,
                "action": action,
                "details": dict(details or {}),
                "before": before,
            }
            entry = Entry(**link, digest=digest_of(**link))
            if await self._count(self._here(_LINK), **link, digest=entry.digest) == 1:
                return entry

    async def of(self, subject: Ref) -> list[Entry]:
        """A subject's entries, oldest first."""
        found = _ENTRY.where(trail.c.subject == subject).order_by(trail.c.seq)
        return [Entry(**row) for row in await self._all(found)]

    async def chains(self) -> AsyncIterator[list[Entry]]:
        """Every subject's entries, one subject at a time; never all of them in memory."""
        chain: list[Entry] = []
        ordered = _ENTRY.order_by(trail.c.subject, trail.c.seq)
        async with self._connection.stream(ordered) as rows:
            async for row in rows.mappings():
                if chain and chain[-1].subject != row["subject"]:
                    yield chain
                    chain = []
                chain.append(Entry(**row))
        if chain:
            yield chain

    async def _head(self, subject: Ref) -> tuple[int, str]:
        row = await self._one(_HEAD, about=subject)
        return (row["seq"], row["digest"]) if row else (0, GENESIS)
