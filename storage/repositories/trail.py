"""The chain of what was done."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from domain.refs import Ref
from domain.trail import GENESIS, Deed, Entry, digest_of
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
_LINKS = (
    select(trail.c.subject, trail.c.seq, trail.c.digest)
    .where(trail.c.subject.in_(bindparam("subjects", expanding=True)))
    .order_by(trail.c.subject, trail.c.seq)
)
_BEGINNING = (0, GENESIS)
_ASKED_AT_ONCE = 500
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
        deed = Deed(subject=subject, action=action, details=dict(details or {}))
        while True:
            link = _link(deed, await self._head(subject), actor, now)
            entry = Entry(**link, digest=digest_of(**link))
            if await self._count(self._here(_LINK), **link, digest=entry.digest) == 1:
                return entry

    async def record_all(self, deeds: Sequence[Deed], *, actor: str, now: datetime) -> None:
        """Append an entry to each of many subjects' chains; no subject may be there twice."""
        heads = await self._heads([deed.subject for deed in deeds])
        links = [_link(one, heads.get(one.subject, _BEGINNING), actor, now) for one in deeds]
        rows = [{**link, "digest": digest_of(**link)} for link in links]
        if not rows:
            return
        returning = self._insert(trail).on_conflict_do_nothing().returning(trail.c.subject)
        written = set((await self._connection.execute(returning, rows)).scalars())
        for one in deeds:
            if one.subject not in written:  # another writer came before: behind them
                await self.record(
                    one.subject, one.action, actor=actor, now=now, details=one.details
                )

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
        return (row["seq"], row["digest"]) if row else _BEGINNING

    async def _heads(self, subjects: Sequence[Ref]) -> dict[Ref, tuple[int, str]]:
        """The last link of each chain that has one."""
        found = {}
        for first in range(0, len(subjects), _ASKED_AT_ONCE):
            some = subjects[first : first + _ASKED_AT_ONCE]
            for row in await self._all(_LINKS, subjects=some):
                found[row["subject"]] = (row["seq"], row["digest"])
        return found


def _link(deed: Deed, head: tuple[int, str], actor: str, now: datetime) -> dict[str, Any]:
    seq, before = head
    return {
        "subject": deed.subject,
        "seq": seq + 1,
        "at": utc(now),
        "actor": actor,
        "action": deed.action,
        "details": dict(deed.details),
        "before": before,
    }
