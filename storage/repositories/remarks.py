"""What was said of audits by those who run them."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import insert, select

from domain.audits.remark import Remark
from storage.repositories.base import SealingRepository
from storage.tables import audit_remarks


class SqlRemarks(SealingRepository):
    """Implements the port ``Remarks``."""

    async def add(self, remark: Remark) -> None:
        """Keep it; the text is sealed."""
        row = {**asdict(remark), "text": self._cipher.seal(remark.text)}
        await self._connection.execute(insert(audit_remarks).values(**row))

    async def of_audit(self, audit_id: int) -> list[Remark]:
        """All of one audit, oldest first."""
        columns = [column for column in audit_remarks.columns if column.name != "id"]
        found = select(*columns).filter_by(audit_id=audit_id).order_by(audit_remarks.c.id)
        rows = await self._all(found)
        return [Remark(**{**row, "text": self._cipher.open(row["text"])}) for row in rows]
