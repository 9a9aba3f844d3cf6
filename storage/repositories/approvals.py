"""What is sent to be passed or returned, and its items."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, delete, insert, select, update

from domain.approvals.approval import Approval, ApprovalState, Item
from storage.repositories.base import SealingRepository
from storage.tables import approval_items, approvals
from storage.tables.base import in_state

_ROW = approvals.c
_LIVE = in_state(_ROW.state, ApprovalState.ASKED, ApprovalState.WAITING, ApprovalState.RETURNED)


class SqlApprovals(SealingRepository):
    """Implements the port ``Approvals``."""

    async def open(self, new: Approval) -> Approval | None:
        """Write it under a new id; None where that slot was asked for before."""
        written = self._insert(approvals).values(**self._values(new)).on_conflict_do_nothing()
        row = await self._one(written.returning(_ROW.id))
        if row is None:
            return None
        opened = replace(new, id=row["id"])
        await self._write_items(opened)
        return opened

    async def get(self, approval_id: int) -> Approval | None:
        """One approval with its items."""
        found = await self._found(_ROW.id == approval_id)
        return found[0] if found else None

    async def save(self, approval: Approval) -> Approval:
        """Write it with its items, if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(approval, version=approval.version + 1)
        read = update(approvals).filter_by(id=approval.id, version=approval.version)
        await self._swap(read.values(**self._values(saved)))
        await self._count(delete(approval_items).filter_by(approval_id=approval.id))
        await self._write_items(saved)
        return saved

    async def live(self) -> list[Approval]:
        """Everything about which somebody still has something to do, oldest first."""
        return await self._found(_LIVE)

    async def slots(self, rule: str) -> frozenset[str]:
        """Which slots of a rule were asked for."""
        rows = await self._all(select(_ROW.slot).where(_ROW.rule == rule, _ROW.slot != ""))
        return frozenset(row["slot"] for row in rows)

    async def of_sender(self, person_id: str) -> list[Approval]:
        """What somebody sent, newest first."""
        return (await self._found(_ROW.sender == person_id))[::-1]

    async def _write_items(self, approval: Approval) -> None:
        rows = [self._item_values(approval, item) for item in approval.items]
        if rows:
            await self._count(insert(approval_items).values(rows))

    async def _found(self, which: ColumnElement[bool]) -> list[Approval]:
        rows = await self._all(select(approvals).where(which).order_by(_ROW.id))
        numbers = [row["id"] for row in rows]
        of_these = select(approval_items).where(approval_items.c.approval_id.in_(numbers))
        items = await self._all(of_these.order_by(approval_items.c.number)) if rows else []
        return [
            self._read(row, tuple(self._item(i) for i in items if i["approval_id"] == row["id"]))
            for row in rows
        ]

    def _read(self, row: RowMapping, items: tuple[Item, ...]) -> Approval:
        return Approval(**{**row, "link": self._cipher.open(row["link"]), "items": items})

    def _item(self, row: RowMapping) -> Item:
        kept = {key: value for key, value in row.items() if key not in {"id", "approval_id"}}
        answers = tuple(json.loads(self._cipher.open(row["answers"])))
        return Item(**{**kept, "answers": answers, "reason": self._cipher.open(row["reason"])})

    def _values(self, approval: Approval) -> dict[str, Any]:
        row = {k: v for k, v in asdict(approval).items() if k not in {"id", "items"}}
        return {**row, "link": self._cipher.seal(approval.link)}

    def _item_values(self, approval: Approval, item: Item) -> dict[str, Any]:
        sealed = {
            "answers": self._cipher.seal(json.dumps(item.answers)),
            "reason": self._cipher.seal(item.reason),
        }
        return {**asdict(item), **sealed, "approval_id": approval.id}
