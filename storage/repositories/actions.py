"""Actions with their notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, bindparam, insert, select, update

from domain.actions.action import Action, ActionState, NewAction, Note, NoteKind
from domain.duties import DutyState
from domain.refs import Ref
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import action_notes, actions, duties, people
from storage.tables.base import in_state

_ROW = actions.c
_WORDS = ("what", "done_when")
_MOVING = (
    *("owner", "tag", "due_on", "latest_on", "asked_due", "look_on", "state"),
    *("round", "out_at", "closed_at", "version"),
)
_LIVE = (ActionState.OPEN, ActionState.CLAIMED)
_BY_ID = select(actions).where(_ROW.id == bindparam("number"))
_OF_AUDIT = (
    select(actions)
    .where(_ROW.audit_id == bindparam("number"), ~in_state(_ROW.state, ActionState.DROPPED))
    .order_by(_ROW.id)
)
_SAID = (
    select(action_notes)
    .where(action_notes.c.action_id.in_(bindparam("numbers", expanding=True)))
    .order_by(action_notes.c.id)
)


class SqlActions(SealingRepository):
    """Implements the port ``Actions``."""

    async def add(self, new: NewAction, now: datetime) -> Action | None:
        """Write a draft; None where what raised it has raised it before."""
        row: dict[str, Any] = {
            **asdict(new),
            **{name: self._cipher.seal(getattr(new, name)) for name in _WORDS},
            "source": new.source,
            "state": ActionState.DRAFT,
            "round": 1,
            "begun_at": now,
            "version": 1,
        }
        write = self._insert(actions).values(**row)
        once = write.on_conflict_do_nothing(index_elements=["once"])
        made = await self._one(once.returning(actions))
        return self._action(made, ()) if made else None

    @remembered
    async def get(self, action_id: int) -> Action | None:
        """One action with its notes."""
        found = await self._read(_BY_ID, number=action_id)
        return found[0] if found else None

    @remembered
    async def of_audit(self, audit_id: int) -> list[Action]:
        """All that an audit has and that were not dropped, in the order of their adding."""
        return await self._read(_OF_AUDIT, number=audit_id)

    async def of_source(self, source: Ref) -> list[Action]:
        """All that came from something besides an audit, in the order of their adding."""
        return await self._found(_ROW.source == source)

    async def live(self) -> list[Action]:
        """Everything that somebody still has to do, soonest first."""
        return await self._found(in_state(_ROW.state, *_LIVE), _ROW.due_on)

    async def closed_since(self, since: datetime) -> list[Action]:
        """What was done since then."""
        done = in_state(_ROW.state, ActionState.DONE)
        return await self._found(done & (_ROW.closed_at >= since))

    async def owned_by(self, person_id: str) -> list[Action]:
        """Somebody's own, soonest first."""
        return await self._found(in_state(_ROW.state, *_LIVE) & (_ROW.owner == person_id))

    async def to_look(self, day: date) -> list[Action]:
        """Those of which the clock has something to say."""
        return await self._found(_ROW.look_on.is_not(None) & (_ROW.look_on <= day), _ROW.look_on)

    async def orphaned(self, day: date) -> list[Action]:
        """Those whose owner has left."""
        gone = select(people.c.id).where(people.c.left_on <= day)
        return await self._found(in_state(_ROW.state, *_LIVE) & _ROW.owner.in_(gone))

    async def undecided(self, day: date, kinds: Collection[str]) -> list[Action]:
        """Those whose open duty of one of those kinds is with somebody who has left."""
        gone = select(people.c.id).where(people.c.left_on <= day)
        theirs = select(duties.c.subject).where(
            in_state(duties.c.state, DutyState.OPEN),
            duties.c.kind.in_(sorted(kinds)),
            duties.c.holder.in_(gone),
        )
        numbers = {row["subject"].number for row in await self._all(theirs)}
        return await self._found(_ROW.id.in_(sorted(numbers))) if numbers else []

    async def save(self, action: Action) -> Action:
        """Write all but words and notes, if its version is the one read; raises MovedOnFault."""
        saved = replace(action, version=action.version + 1)
        values = {name: getattr(saved, name) for name in _MOVING}
        read = update(actions).where(_ROW.id == action.id, _ROW.version == action.version)
        await self._swap(read.values(**values))
        return saved

    async def look_again_on(self, action: Action, day: date | None) -> bool:
        """Move the next look; False where somebody else has moved it. Cards stay as they are."""
        same = (_ROW.id == action.id) & (_ROW.look_on == action.look_on)
        return await self._count(update(actions).where(same).values(look_on=day)) == 1

    async def note(self, action: Action, note: Note) -> Action:
        """Keep what somebody said, for ever."""
        row = {
            **asdict(note),
            "action_id": action.id,
            "words": self._cipher.seal(note.words),
            "ticks": list(note.ticks),
        }
        await self._connection.execute(insert(action_notes).values(**row))
        return replace(action, notes=(*action.notes, note))

    async def _found(
        self, condition: ColumnElement[bool], *first: ColumnElement[date]
    ) -> list[Action]:
        """In the order in which they were added, after ``first``."""
        return await self._read(select(actions).where(condition).order_by(*first, _ROW.id))

    async def _read(self, statement: Select[Any], **bound: object) -> list[Action]:
        rows = await self._all(statement, **bound)
        notes: dict[int, list[RowMapping]] = {row["id"]: [] for row in rows}
        if rows:
            for row in await self._all(_SAID, numbers=list(notes)):
                notes[row["action_id"]].append(row)
        return [self._action(row, notes[row["id"]]) for row in rows]

    def _action(self, row: RowMapping, notes: Sequence[RowMapping]) -> Action:
        words = {name: self._cipher.open(row[name]) for name in _WORDS}
        return Action(**{**row, **words, "notes": tuple(self._note(note) for note in notes)})

    def _note(self, row: RowMapping) -> Note:
        return Note(
            kind=NoteKind(row["kind"]),
            person_id=row["person_id"],
            at=row["at"],
            round=row["round"],
            words=self._cipher.open(row["words"]),
            day=row["day"],
            ticks=tuple(row["ticks"]),
        )
