"""The repository of what was said of audits by those who run them."""

from __future__ import annotations

from typing import Protocol

from domain.audits.remark import Remark


class Remarks(Protocol):
    """Encrypted at rest."""

    async def add(self, remark: Remark) -> None:
        """Keep it."""

    async def of_audit(self, audit_id: int) -> list[Remark]:
        """All of one audit, oldest first."""
