"""What follows from audits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, bindparam, delete, insert, select, update

from domain.follow_up.step import NewStep, Party, Reply, Step, StepKind, StepState
from storage.repositories.base import SealingRepository
from storage.tables import follow_up_parties, follow_up_replies, follow_ups
from storage.tables.base import in_state

_STEP = follow_ups.c
_OF_RE_AUDIT = (
    select(follow_ups).where(_STEP.re_audit_id == bindparam("audit_id")).order_by(_STEP.id)
)
_KEPT = {"parties", "replies"}
_MOVING = ("opens_on", "due_on", "again_on", "state", "round", "opened_at", "closed_at")


class SqlFollowUps(SealingRepository):
    """Implements the port ``FollowUps``."""

    async def add(self, new: NewStep, now: datetime) -> Step | None:
        """Write a waiting step with its parties; None where its cause was raised before."""
        row = {key: value for key, value in asdict(new).items() if key not in _KEPT}
        row |= {"because": list(new.because), "words": self._cipher.seal(new.words)}
        write = self._insert(follow_ups).values(
            **row, state=StepState.WAITING, round=1, begun_at=now, version=1
        )
        made = await self._one(
            write.on_conflict_do_nothing(index_elements=["once"]).returning(follow_ups)
        )
        if made is None:
            return None
        await self._write_parties(made["id"], new.parties)
        return await self.get(made["id"])

    async def _write_parties(self, step_id: int, parties: Iterable[Party]) -> None:
        rows = [{"follow_up_id": step_id, **asdict(party)} for party in dict.fromkeys(parties)]
        if rows:
            await self._connection.execute(insert(follow_up_parties), rows)

    async def get(self, step_id: int) -> Step | None:
        """One step with its parties and replies."""
        found = await self._found(_STEP.id == step_id)
        return found[0] if found else None

    async def of_audit(self, audit_id: int) -> list[Step]:
        """Everything that an audit caused, in the order in which it was begun."""
        return await self._found(_STEP.audit_id == audit_id)

    async def of_re_audit(self, audit_id: int) -> Step | None:
        """The step that an audit is the re-audit of."""
        found = await self._with_parts(await self._all(_OF_RE_AUDIT, audit_id=audit_id))
        return found[0] if found else None

    async def recommended(self, programme: str) -> list[Step]:
        """The recommendations of a programme that are not signed off."""
        live = in_state(_STEP.state, StepState.WAITING, StepState.OPEN, StepState.SENT)
        kind = in_state(_STEP.kind, StepKind.RECOMMENDATION)
        return await self._found(kind & (_STEP.programme == programme) & live)

    async def to_open(self, day: date) -> list[Step]:
        """Waiting steps whose day has come, the longest waiting first."""
        waiting = in_state(_STEP.state, StepState.WAITING)
        return await self._found(waiting & (_STEP.opens_on <= day), _STEP.opens_on)

    async def to_ask_again(self, day: date) -> list[Step]:
        """Running steps in which somebody is to be asked again."""
        running = in_state(_STEP.state, StepState.OPEN, StepState.SENT)
        return await self._found((_STEP.again_on <= day) & _STEP.again_on.is_not(None) & running)

    async def save(self, step: Step) -> Step:
        """Write how far a step has come, if its version is the one read; raises MovedOnFault."""
        saved = replace(step, version=step.version + 1)
        values = {name: getattr(saved, name) for name in (*_MOVING, "re_audit_id", "version")}
        read = update(follow_ups).where(_STEP.id == step.id, _STEP.version == step.version)
        await self._swap(read.values(**values))
        return saved

    async def ask_again_on(self, step: Step, day: date | None) -> bool:
        """Move the next asking; False where somebody else has moved it. Cards stay as they are."""
        same = (_STEP.id == step.id) & (_STEP.again_on == step.again_on)
        return await self._count(update(follow_ups).where(same).values(again_on=day)) == 1

    async def say(self, step: Step, replies: Sequence[Reply]) -> Step:
        """Keep what somebody said, for ever."""
        rows = [
            {**asdict(reply), "follow_up_id": step.id, "words": self._cipher.seal(reply.words)}
            for reply in replies
        ]
        await self._connection.execute(insert(follow_up_replies), rows)
        return replace(step, replies=(*step.replies, *replies))

    async def hand_part(self, step: Step, part: str, before: str, to: str) -> None:
        """Give somebody's part to another, who may have had none; who had it has it no more."""
        theirs = delete(follow_up_parties).filter_by(follow_up_id=step.id, part=part)
        await self._count(theirs.filter_by(person_id=before))
        await self.join(step, [Party(part=part, person_id=to)])

    async def join(self, step: Step, parties: Sequence[Party]) -> Step:
        """Give somebody a part who had none; whoever has it already keeps it."""
        new = [party for party in dict.fromkeys(parties) if party not in step.parties]
        await self._write_parties(step.id, new)
        return replace(step, parties=(*step.parties, *new))

    async def _found(
        self, condition: ColumnElement[bool], *first: ColumnElement[date]
    ) -> list[Step]:
        """In the order in which they were begun, after ``first``."""
        found = select(follow_ups).where(condition).order_by(*first, _STEP.id)
        return await self._with_parts(await self._all(found))

    async def _with_parts(self, rows: Sequence[RowMapping]) -> list[Step]:
        ids = [row["id"] for row in rows]
        parties = await self._of(follow_up_parties, ids)
        replies = await self._of(follow_up_replies, ids)
        return [self._step(row, parties[row["id"]], replies[row["id"]]) for row in rows]

    async def _of(self, table: Table, ids: Sequence[int]) -> dict[int, list[RowMapping]]:
        found: dict[int, list[RowMapping]] = {number: [] for number in ids}
        if ids:
            theirs = select(table).where(table.c.follow_up_id.in_(ids)).order_by(table.c.id)
            for row in await self._all(theirs):
                found[row["follow_up_id"]].append(row)
        return found

    def _step(
        self, row: RowMapping, parties: Sequence[RowMapping], replies: Sequence[RowMapping]
    ) -> Step:
        return Step(
            **{
                **row,
                "because": tuple(row["because"]),
                "words": self._cipher.open(row["words"]),
                "parties": tuple(Party(**_own(party)) for party in parties),
                "replies": tuple(
                    Reply(**{**_own(said), "words": self._cipher.open(said["words"])})
                    for said in replies
                ),
            }
        )


def _own(row: RowMapping) -> dict[str, Any]:
    """A row without its own number and that of the step."""
    return {key: value for key, value in row.items() if key not in {"id", "follow_up_id"}}
