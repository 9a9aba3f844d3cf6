"""Nominations and what was said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, func, insert, select, update

from domain.nominations.nomination import OPEN, Nomination, NominationState, Note
from storage.repositories.base import SealingRepository
from storage.tables import nomination_notes, nominations
from storage.tables.base import in_state

_KEPT = nominations.c
_SEALED = ("said_who", "reason", "seen")
_UNDECIDED = in_state(_KEPT.state, *sorted(OPEN, reverse=True))


class SqlNominations(SealingRepository):
    """Implements the port ``Nominations``."""

    async def begin(self, new: Nomination) -> Nomination:
        """Write a draft under a new id."""
        row = {key: value for key, value in self._row(new).items() if key != "id"}
        made = insert(nominations).values(**row).returning(_KEPT.id)
        return replace(new, id=(await self._connection.execute(made)).scalar_one())

    async def get(self, nomination_id: int) -> Nomination | None:
        """One nomination with its notes."""
        return next(iter(await self._found(_KEPT.id == nomination_id)), None)

    async def draft_of(self, nominator: str) -> Nomination | None:
        """The newest draft that somebody has begun."""
        draft = in_state(_KEPT.state, NominationState.DRAFT)
        found = await self._found((_KEPT.nominator == nominator) & draft)
        return found[-1] if found else None

    async def of_nominee(self, nominee: str, since: datetime) -> list[Nomination]:
        """Those that wait, and those accepted since; newest first."""
        accepted = in_state(_KEPT.state, NominationState.ACCEPTED) & (_KEPT.decided_at >= since)
        found = await self._found((_KEPT.nominee == nominee) & (_UNDECIDED | accepted))
        return found[::-1]

    async def undecided(self) -> list[Nomination]:
        """Everything that waits for a decision, oldest first."""
        return await self._found(_UNDECIDED)

    async def loads(self, since: datetime) -> Mapping[str, int]:
        """How many each verifier has, or has decided since; who has none is not in it."""
        counted = _UNDECIDED | (_KEPT.decided_at >= since)
        loads = (
            select(_KEPT.verifier, func.count().label("held"))
            .where(_KEPT.verifier.is_not(None), counted)
            .group_by(_KEPT.verifier)
        )
        return {row["verifier"]: row["held"] for row in await self._all(loads)}

    async def save(self, nomination: Nomination) -> Nomination:
        """Write all but the notes, if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(nomination, version=nomination.version + 1)
        as_read = update(nominations).filter_by(id=saved.id, version=nomination.version)
        await self._swap(as_read.values(**self._row(saved)))
        return saved

    async def add_note(self, nomination: Nomination, note: Note) -> Nomination:
        """Keep somebody's words, for ever."""
        row = {**asdict(note), "words": self._cipher.seal(note.words)}
        new = insert(nomination_notes).values(nomination_id=nomination.id, **row)
        await self._connection.execute(new)
        return replace(nomination, notes=(*nomination.notes, note))

    async def _found(self, condition: ColumnElement[bool]) -> list[Nomination]:
        rows = await self._all(select(nominations).where(condition).order_by(_KEPT.id))
        notes = await self._notes_of([row["id"] for row in rows])
        return [self._nomination(row, notes[row["id"]]) for row in rows]

    async def _notes_of(self, ids: Sequence[int]) -> dict[int, list[Note]]:
        found: dict[int, list[Note]] = {number: [] for number in ids}
        if not ids:
            return found
        about = nomination_notes.c.nomination_id
        theirs = select(nomination_notes).where(about.in_(ids)).order_by(nomination_notes.c.id)
        for row in await self._all(theirs):
            words = self._cipher.open(row["words"])
            note = Note(kind=row["kind"], person_id=row["person_id"], words=words, at=row["at"])
            found[row["nomination_id"]].append(note)
        return found

    def _nomination(self, row: RowMapping, notes: Sequence[Note]) -> Nomination:
        opened = {key: self._cipher.open(row[key]) for key in _SEALED}
        return Nomination(**{**row, **opened, "notes": tuple(notes)})

    def _row(self, nomination: Nomination) -> dict[str, Any]:
        row = {key: value for key, value in asdict(nomination).items() if key != "notes"}
        return row | {key: self._cipher.seal(row[key]) for key in _SEALED}
