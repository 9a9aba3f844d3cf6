"""Who must do what by when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, select, text, update

from domain.duties import Duty, DutyState, NewDuty
from domain.refs import Ref
from storage.repositories.base import Repository
from storage.tables import duties
from storage.tables.base import in_state
from storage.tables.duties import OPEN

_DUTY = select(*(column for column in duties.columns if column.name != "closed_at"))
_OPEN = in_state(duties.c.state, DutyState.OPEN)
_OPEN_OF = _DUTY.where(duties.c.holder == bindparam("person_id"), _OPEN).order_by(
    duties.c.due_at, duties.c.id
)


class SqlDuties(Repository):
    """Implements the port ``Duties``."""

    async def open(self, duty: NewDuty, now: datetime) -> Duty:
        """Write a new open duty; an open one of the same kind, subject and holder is given back."""
        key = {"kind": duty.kind, "subject": duty.subject, "holder": duty.holder}
        new = self._insert(duties).values(
            **key, opened_at=now, due_at=duty.due_at, state=DutyState.OPEN, step=0, version=1
        )
        once = new.on_conflict_do_nothing(
            index_elements=["subject", "kind", "holder"], index_where=text(OPEN)
        )
        row = await self._one(once.returning(*_DUTY.selected_columns))
        if row is None:
            (row,) = await self._all(_DUTY.filter_by(**key).where(_OPEN))
        return Duty(**row)

    async def close(
        self, subject: Ref, state: DutyState, now: datetime, *, kinds: Collection[str] = ()
    ) -> int:
        """End the open duties of a subject, all or those of some kinds; gives how many."""
        ending = update(duties).where(duties.c.subject == subject, _OPEN)
        if kinds:
            ending = ending.where(duties.c.kind.in_(sorted(kinds)))
        return await self._count(
            ending.values(
                state=state, closed_at=now, next_nudge_at=None, version=duties.c.version + 1
            )
        )

    async def get(self, duty_id: int) -> Duty | None:
        """One duty."""
        row = await self._one(_DUTY.filter_by(id=duty_id))
        return Duty(**row) if row else None

    async def open_of(self, person_id: str) -> list[Duty]:
        """A person's open duties, soonest first."""
        return [Duty(**row) for row in await self._all(_OPEN_OF, person_id=person_id)]
