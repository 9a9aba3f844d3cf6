"""Who disagrees with a grade, views that were asked for, and the last look over a cycle."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

from sqlalchemy import RowMapping, Table, bindparam, select, update

from domain.moderation.final_check import CycleCheck
from domain.moderation.moderation import Dispute, View
from storage.cipher import Sealed
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables.moderations import disputes, final_checks, views

_DISPUTES_OF = (
    select(*(column for column in disputes.columns if column.name != "id"))
    .where(disputes.c.audit_id == bindparam("number"))
    .order_by(disputes.c.id)
)
_VIEWS_OF = select(views).where(views.c.audit_id == bindparam("number")).order_by(views.c.id)


class SqlObjections(SealingRepository):
    """A part of the port ``Moderations``."""

    async def add_dispute(self, dispute: Dispute) -> bool:
        """Keep that somebody disagrees; False, and nothing is written, where they did before."""
        row = {**asdict(dispute), "reason": self._cipher.seal(dispute.reason)}
        new = self._insert(disputes).values(**row).on_conflict_do_nothing()
        return await self._one(new.returning(disputes.c.id)) is not None

    @remembered
    async def disputes_of(self, audit_id: int) -> list[Dispute]:
        """Everybody who disagrees, in the order in which they said so."""
        return [
            Dispute(**{**row, "reason": self._cipher.open(row["reason"])})
            for row in await self._all(_DISPUTES_OF, number=audit_id)
        ]

    async def ask_view(self, view: View) -> View | None:
        """Keep a question with its own number; None where that person was asked before."""
        row = {**asdict(view), **self._sealed_words(view)}
        del row["id"]
        new = self._insert(views).values(**row).on_conflict_do_nothing()
        found = await self._one(new.returning(views.c.id))
        return replace(view, id=found["id"]) if found else None

    async def view(self, view_id: int) -> View | None:
        """One view that was asked for."""
        row = await self._one(select(views).where(views.c.id == view_id))
        return self._view(row) if row else None

    @remembered
    async def views_of(self, audit_id: int) -> list[View]:
        """Every view asked for about an audit, in order."""
        return [self._view(row) for row in await self._all(_VIEWS_OF, number=audit_id)]

    async def save_view(self, view: View) -> View:
        """Write the answer if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(view, version=view.version + 1)
        read = update(views).filter_by(id=view.id, version=view.version)
        await self._swap(
            read.values(
                answer=self._cipher.seal(saved.answer),
                answered_at=saved.answered_at,
                version=saved.version,
            )
        )
        return saved

    async def open_check(self, cycle_id: int, due_on: date) -> bool:
        """Begin a cycle's last check; False where it was begun before."""
        row = {"cycle_id": cycle_id, "due_on": due_on, "themes": Sealed(""), "version": 1}
        return await self._added(final_checks, row)

    async def check_of(self, cycle_id: int) -> CycleCheck | None:
        """A cycle's last check."""
        row = await self._one(select(final_checks).where(final_checks.c.cycle_id == cycle_id))
        if row is None:
            return None
        return CycleCheck(**{**row, "themes": self._cipher.open(row["themes"])})

    async def save_check(self, check: CycleCheck) -> CycleCheck:
        """Write it if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(check, version=check.version + 1)
        row = {**asdict(saved), "themes": self._cipher.seal(saved.themes)}
        read = update(final_checks).filter_by(cycle_id=check.cycle_id, version=check.version)
        await self._swap(read.values(**row))
        return saved

    async def _added(self, table: Table, row: dict[str, object]) -> bool:
        new = self._insert(table).values(**row).on_conflict_do_nothing()
        return await self._one(new.returning(*table.primary_key)) is not None

    def _sealed_words(self, view: View) -> dict[str, Sealed]:
        return {
            "question": self._cipher.seal(view.question),
            "answer": self._cipher.seal(view.answer),
        }

    def _view(self, row: RowMapping) -> View:
        opened = {key: self._cipher.open(row[key]) for key in ("question", "answer")}
        return View(**{**row, **opened})
