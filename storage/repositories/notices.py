"""Who was told of an audit, and what they answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import RowMapping, bindparam, select, update

from domain.audits.notice import Notice
from storage.cipher import Sealed
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import notices

_BY_ID = select(notices).where(notices.c.id == bindparam("number"))
_OF_AUDIT = select(notices).where(notices.c.audit_id == bindparam("number")).order_by(notices.c.id)


class SqlNotices(SealingRepository):
    """Implements the port ``Notices``."""

    async def add(self, audit_id: int, person_id: str, role: str) -> int:
        """Note that a person is told; gives the notice's id, the first one's where told before."""
        key = {"audit_id": audit_id, "person_id": person_id}
        new = self._insert(notices).values(**key, role=role, version=1, times=(), note=Sealed(""))
        row = await self._one(new.on_conflict_do_nothing().returning(notices.c.id))
        if row is None:
            (row,) = await self._all(select(notices.c.id).filter_by(**key))
        return int(row["id"])

    async def add_all(self, told: Sequence[tuple[int, str, str]]) -> Mapping[tuple[int, str], int]:
        """``add`` for many (audit, person, role); gives the ids by audit and person."""
        if not told:
            return {}
        alike = {"version": 1, "times": (), "note": Sealed("")}
        rows = [{"audit_id": a, "person_id": p, "role": r, **alike} for a, p, r in told]
        await self._connection.execute(self._insert(notices).on_conflict_do_nothing(), rows)
        about = select(notices.c.audit_id, notices.c.person_id, notices.c.id).where(
            notices.c.audit_id.in_({audit_id for audit_id, _, _ in told})
        )
        found = await self._all(about)
        return {(row["audit_id"], row["person_id"]): row["id"] for row in found}

    @remembered
    async def get(self, notice_id: int) -> Notice | None:
        """One notice."""
        row = await self._one(_BY_ID, number=notice_id)
        return self._notice(row) if row else None

    @remembered
    async def of_audit(self, audit_id: int) -> list[Notice]:
        """Everybody told of one audit, in the order in which they were noted."""
        return [self._notice(row) for row in await self._all(_OF_AUDIT, number=audit_id)]

    async def save(self, notice: Notice) -> Notice:
        """Write a notice whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(notice, version=notice.version + 1)
        read = update(notices).filter_by(id=notice.id, version=notice.version)
        await self._swap(
            read.values(
                version=saved.version,
                seen_at=saved.seen_at,
                times=saved.times,
                agreed=saved.agreed,
                note=self._cipher.seal(saved.note),
                read_at=saved.read_at,
            )
        )
        return saved

    def _notice(self, row: RowMapping) -> Notice:
        return Notice(**{**row, "note": self._cipher.open(row["note"])})
