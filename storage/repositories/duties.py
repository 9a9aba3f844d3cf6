"""Who must do what by when."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, bindparam, exists, func, select, text, update
from sqlalchemy.dialects import postgresql

from domain.duties import UNPLANNED, Duty, DutyState, NewDuty
from domain.refs import Ref
from storage.repositories.base import Repository, in_both
from storage.tables import duties, people
from storage.tables.base import in_state
from storage.tables.duties import OPEN

_DUTY = select(*(column for column in duties.columns if column.name != "closed_at"))
_OPEN = in_state(duties.c.state, DutyState.OPEN)
_OPEN_OF = _DUTY.where(duties.c.holder == bindparam("person_id"), _OPEN).order_by(
    duties.c.due_at, duties.c.id
)
_SOONEST = (duties.c.due_at, duties.c.id)
_OPEN_OF_ALL = _DUTY.where(
    duties.c.holder.in_(bindparam("people", expanding=True)), _OPEN
).order_by(*_SOONEST)
_OPEN_ABOUT = _DUTY.where(duties.c.subject == bindparam("about"), _OPEN).order_by(*_SOONEST)
_COUNTS = (
    select(duties.c.holder, func.count().label("number")).where(_OPEN).group_by(duties.c.holder)
)
_END = (
    update(duties)
    .where(duties.c.subject == bindparam("about"), _OPEN)
    .values(
        state=bindparam("ends_as", type_=duties.c.state.type),
        closed_at=bindparam("at", type_=duties.c.closed_at.type),
        next_nudge_at=None,
        version=duties.c.version + 1,
    )
)
_END_SOME = _END.where(duties.c.kind.in_(bindparam("kinds", expanding=True)))


def _unless_open(insert: Callable[[Table], postgresql.Insert]) -> postgresql.Insert:
    return insert(duties).on_conflict_do_nothing(
        index_elements=["subject", "kind", "holder"], index_where=text(OPEN)
    )


_EACH_ONCE = in_both(_unless_open)
_ONCE = in_both(lambda insert: _unless_open(insert).returning(*_DUTY.selected_columns))


class SqlDuties(Repository):
    """Implements the port ``Duties``."""

    async def open(self, duty: NewDuty, now: datetime) -> Duty:
        """Write a new open duty; an open one of the same kind, subject and holder is given back."""
        row = await self._one(self._here(_ONCE), **_new(duty, now))
        if row is None:
            same = _DUTY.filter_by(kind=duty.kind, subject=duty.subject, holder=duty.holder)
            (row,) = await self._all(same.where(_OPEN))
        return Duty(**row)

    async def open_all(self, duties: Sequence[NewDuty], now: datetime) -> None:
        """Write many new open duties; of each that is open already nothing changes."""
        if duties:
            rows = [_new(duty, now) for duty in duties]
            await self._connection.execute(self._here(_EACH_ONCE), rows)

    async def close(
        self, subject: Ref, state: DutyState, now: datetime, *, kinds: Collection[str] = ()
    ) -> int:
        """End the open duties of a subject, all or those of some kinds; gives how many."""
        ended = {"about": subject, "ends_as": state, "at": now}
        if kinds:
            return await self._count(_END_SOME, **ended, kinds=sorted(kinds))
        return await self._count(_END, **ended)

    async def postpone(self, subject: Ref, due_at: datetime, now: datetime) -> int:
        """Give a subject's open duties another time; gives how many. Nudges start afresh."""
        later = update(duties).where(duties.c.subject == subject, _OPEN)
        again = {"due_at": due_at, "step": UNPLANNED, "next_nudge_at": now}
        return await self._count(later.values(**again, version=duties.c.version + 1))

    async def to_nudge(self, now: datetime) -> list[Duty]:
        """Open duties with a step that is due, the longest due first."""
        due = _DUTY.where(duties.c.next_nudge_at <= now, _OPEN)
        order = due.order_by(duties.c.next_nudge_at, duties.c.id)
        return [Duty(**row) for row in await self._all(order)]

    async def step_on(self, duty: Duty, step: int, next_at: datetime | None) -> bool:
        """Note the steps that are over; False where another has just done so."""
        as_read = update(duties).where(
            duties.c.id == duty.id,
            duties.c.step == duty.step,
            duties.c.next_nudge_at == duty.next_nudge_at,
            _OPEN,
        )
        return await self._count(as_read.values(step=step, next_nudge_at=next_at)) == 1

    async def hand_on(self, duty: Duty, to: Sequence[NewDuty], now: datetime) -> bool:
        """End an open duty as handed over and open these in its place; False where it had ended."""
        own = update(duties).where(duties.c.id == duty.id, _OPEN)
        ended = {"state": DutyState.HANDED_OVER, "closed_at": now, "next_nudge_at": None}
        if not await self._count(own.values(**ended, version=duties.c.version + 1)):
            return False
        await self.open_all(to, now)
        return True

    async def left_behind(self, today: date) -> list[Duty]:
        """Open duties of those who have left by then, by holder, the soonest first."""
        gone = select(people.c.id).where(people.c.left_on <= today)
        found = _DUTY.where(duties.c.holder.in_(gone), _OPEN)
        order = found.order_by(duties.c.holder, *_SOONEST)
        return [Duty(**row) for row in await self._all(order)]

    async def handed_on(self, person_id: str, since: datetime) -> list[Duty]:
        """What a person had and others have open since then, the soonest first."""
        had = duties.alias("had")
        theirs = exists().where(
            had.c.holder == person_id,
            had.c.subject == duties.c.subject,
            had.c.kind == duties.c.kind,
            in_state(had.c.state, DutyState.HANDED_OVER),
            had.c.closed_at >= since,
        )
        found = _DUTY.where(theirs, _OPEN, duties.c.opened_at >= since).order_by(*_SOONEST)
        return [Duty(**row) for row in await self._all(found)]

    async def plan_anew(self, duty_id: int, now: datetime) -> None:
        """Have an open duty's steps counted afresh from now on."""
        afresh = update(duties).where(duties.c.id == duty_id, _OPEN)
        await self._count(afresh.values(step=UNPLANNED, next_nudge_at=now))

    async def get(self, duty_id: int) -> Duty | None:
        """One duty."""
        row = await self._one(_DUTY.filter_by(id=duty_id))
        return Duty(**row) if row else None

    async def open_of(self, person_id: str) -> list[Duty]:
        """A person's open duties, soonest first."""
        return [Duty(**row) for row in await self._all(_OPEN_OF, person_id=person_id)]

    async def open_of_all(self, people: Collection[str]) -> list[Duty]:
        """The open duties of several people, soonest first."""
        if not people:
            return []
        rows = await self._all(_OPEN_OF_ALL, people=sorted(people))
        return [Duty(**row) for row in rows]

    async def of_subject(self, subject: Ref) -> list[Duty]:
        """The open duties about a subject, soonest first."""
        return [Duty(**row) for row in await self._all(_OPEN_ABOUT, about=subject)]

    async def counts(self) -> Mapping[str, int]:
        """How many open duties each person holds; who holds none is not in it."""
        return {row["holder"]: row["number"] for row in await self._all(_COUNTS)}


def _new(duty: NewDuty, now: datetime) -> dict[str, Any]:
    return {
        "kind": duty.kind,
        "subject": duty.subject,
        "holder": duty.holder,
        "opened_at": now,
        "due_at": duty.due_at,
        "state": DutyState.OPEN,
        "step": UNPLANNED,
        "next_nudge_at": now,  # the first look plans the rest
        "version": 1,
    }
