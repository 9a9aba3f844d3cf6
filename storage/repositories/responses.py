"""Immediate responses and incidents, with their ledgers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, bindparam, func, insert, select, update

from domain.delivery.message import Lane, MessageState
from domain.responses.response import (
    NewResponse,
    Part,
    Response,
    ResponseState,
    Sending,
    Step,
    StepKind,
)
from storage.cipher import Sealed
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import audits, outbox, response_steps, responses, seats
from storage.tables.base import in_state

_ROW = responses.c
_WORDS = ("facts", "spoken_to")
_MOVING = (
    *("rule", "sort", "state", "audit_id", "resumes", "raised_at", "since", "due_at"),
    *("overdue_at", "next_at", "rung", "round", "review_due", "version"),
)
_RUNNING = (ResponseState.OPEN, ResponseState.ACKNOWLEDGED)
_RAISED = (
    select(_ROW.id)
    .where(_ROW.rule == bindparam("rule"), _ROW.case_ref == bindparam("case_ref"))
    .where(_ROW.raised_at.is_not(None))
    .limit(1)
)

WATCHDOG = "response_late"
ABOUT_ONE = frozenset({"response", "answer"})
"""The kinds of subjects whose key is the number of a response."""


def _late(before: datetime) -> ColumnElement[bool]:
    return _ROW.next_at.is_not(None) & (_ROW.next_at < before)


def _stuck(before: datetime) -> ColumnElement[bool]:
    on_the_way = in_state(outbox.c.state, MessageState.WAITING, MessageState.SENDING)
    return (outbox.c.lane == Lane.URGENT) & (outbox.c.queued_at < before) & on_the_way


class SqlResponses(SealingRepository):
    """Implements the port ``Responses``."""

    async def begin(self, new: NewResponse, now: datetime) -> Response:
        """Write a draft."""
        empty = self._cipher.seal("")
        row = {
            "rule": new.rule,
            "sort": new.sort,
            "state": ResponseState.DRAFT,
            "raised_by": new.raised_by,
            "case_ref": new.case_ref or None,
            "audit_id": new.audit_id,
            "resumes": new.resumes,
            "facts": empty,
            "spoken_to": empty,
            "draft": empty,
            "begun_at": now,
            "rung": 0,
            "round": 1,
            "version": 1,
        }
        made = await self._one(insert(responses).values(**row).returning(responses))
        assert made is not None  # noqa: S101 - an INSERT gives its row or raises
        return self._response(made, ())

    @remembered
    async def get(self, response_id: int) -> Response | None:
        """One response with its ledger."""
        found = await self._found(_ROW.id == response_id)
        return found[0] if found else None

    async def draft_of(self, person_id: str) -> Response | None:
        """The newest draft that somebody is writing."""
        draft = in_state(_ROW.state, ResponseState.DRAFT)
        found = await self._found((_ROW.raised_by == person_id) & draft)
        return found[-1] if found else None

    async def raised_by(self, person_id: str) -> list[Response]:
        """What somebody raised and nobody has answered yet, oldest first."""
        return await self._found((_ROW.raised_by == person_id) & in_state(_ROW.state, *_RUNNING))

    @remembered
    async def is_raised(self, rule: str, case_ref: str) -> bool:
        """Whether a response by that rule was ever raised about a record."""
        return await self._one(_RAISED, rule=rule, case_ref=case_ref) is not None

    @remembered
    async def auditors_of(self, case_ref: str) -> frozenset[str]:
        """Everybody who has held a seat in an audit of a record."""
        both = seats.join(audits, audits.c.id == seats.c.audit_id)
        theirs = select(seats.c.holder).select_from(both).where(audits.c.case_ref == case_ref)
        rows = await self._all(theirs.where(seats.c.holder.is_not(None)).distinct())
        return frozenset(row["holder"] for row in rows)

    async def due(self, now: datetime) -> list[int]:
        """The ids of those for which the clock has something to do, the longest due first."""
        ids = select(_ROW.id).where(_ROW.next_at <= now, _ROW.next_at.is_not(None))
        return [row["id"] for row in await self._all(ids.order_by(_ROW.next_at, _ROW.id))]

    async def save(self, response: Response) -> Response:
        """Write all but the ledger, if its version is the one read; raises MovedOnFault."""
        saved = replace(response, version=response.version + 1)
        values: dict[str, Any] = {name: getattr(saved, name) for name in _MOVING}
        values |= {name: self._cipher.seal(getattr(saved, name)) for name in _WORDS}
        values |= {"draft": self._seal(saved.draft), "case_ref": saved.case_ref or None}
        read = update(responses).where(_ROW.id == response.id, _ROW.version == response.version)
        await self._swap(read.values(**values))
        return saved

    async def note(self, response: Response, steps: Sequence[Step]) -> tuple[Response, list[Step]]:
        """Add lines to the ledger; gives it with those that are new, each occasion once."""
        new = []
        for step in steps:
            row = {
                "response_id": response.id,
                "kind": step.kind,
                "person_id": step.person_id,
                "part": step.part,
                "round": step.round,
                "at": step.at,
                "once": step.once,
                "said": self._seal(step.said),
            }
            write = self._insert(response_steps).values(**row)
            known = write.on_conflict_do_nothing(index_elements=["response_id", "once"])
            if await self._count(known):
                new.append(step)
        return replace(response, steps=(*response.steps, *new)), new

    async def hasten(self, person_id: str, now: datetime) -> int:
        """Let the clock look now at what waits for somebody; gives how many."""
        theirs = select(response_steps.c.response_id).where(
            response_steps.c.person_id == person_id,
            in_state(response_steps.c.part, Part.ANSWERS),
        )
        waiting = in_state(_ROW.state, ResponseState.OPEN) & (_ROW.next_at > now)
        sooner = update(responses).where(_ROW.id.in_(theirs), waiting)
        return await self._count(sooner.values(next_at=now))

    async def sendings(self, response: Response) -> list[Sending]:
        """What became of every card about it that was sent to somebody, oldest first."""
        about = select(outbox).where(
            outbox.c.subject == response.ref, outbox.c.delivery_id.is_(None)
        )
        return [
            Sending(
                person_id=row["recipient"],
                queued_at=row["queued_at"],
                state=str(row["state"]),
                changed_at=row["changed_at"],
                repeat=row["repeat"],
                error=row["error_class"] or "",
            )
            for row in await self._all(about.order_by(outbox.c.id))
        ]

    async def late(self, before: datetime) -> list[int]:
        """The ids of those with a step or an urgent card that is so late, oldest first."""
        steps = await self._all(select(_ROW.id).where(_late(before)))
        cards = select(outbox.c.subject).where(_stuck(before), outbox.c.kind != WATCHDOG).distinct()
        subjects = [row["subject"] for row in await self._all(cards)]
        theirs = {ref.number for ref in subjects if ref.kind in ABOUT_ONE}
        return sorted(theirs | {row["id"] for row in steps})

    async def overdue(self, before: datetime) -> int:
        """How many steps and urgent cards should have gone out before then, and have not."""
        steps = select(func.count().label("rows")).select_from(responses)
        late = await self._one(steps.where(_late(before)))
        cards = select(func.count().label("rows")).select_from(outbox)
        stuck = await self._one(cards.where(_stuck(before)))
        return sum(row["rows"] for row in (late, stuck) if row)

    async def _found(self, condition: ColumnElement[bool]) -> list[Response]:
        rows = await self._all(select(responses).where(condition).order_by(_ROW.id))
        ids = [row["id"] for row in rows]
        lines: dict[int, list[RowMapping]] = {number: [] for number in ids}
        if ids:
            column = response_steps.c.response_id
            theirs = select(response_steps).where(column.in_(ids)).order_by(response_steps.c.id)
            for row in await self._all(theirs):
                lines[row["response_id"]].append(row)
        return [self._response(row, lines[row["id"]]) for row in rows]

    def _response(self, row: RowMapping, lines: Sequence[RowMapping]) -> Response:
        opened = {name: self._cipher.open(row[name]) for name in _WORDS}
        return Response(
            **{
                **row,
                **opened,
                "case_ref": row["case_ref"] or "",
                "draft": self._open(row["draft"]),
                "steps": tuple(self._step(line) for line in lines),
            }
        )

    def _step(self, line: RowMapping) -> Step:
        return Step(
            kind=StepKind(line["kind"]),
            person_id=line["person_id"],
            part=Part(line["part"]),
            round=line["round"],
            at=line["at"],
            once=line["once"],
            said=self._open(line["said"]),
        )

    def _seal(self, said: Mapping[str, str]) -> Sealed:
        return self._cipher.seal(json.dumps(dict(said)) if said else "")

    def _open(self, kept: Sealed) -> dict[str, str]:
        found = self._cipher.open(kept)
        return json.loads(found) if found else {}
