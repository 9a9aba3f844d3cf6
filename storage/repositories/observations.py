"""Observations, and the plans out of which they are assigned."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, func, or_, select, update

from domain.observations.observation import (
    NewObservation,
    Observation,
    ObservationPlan,
    ObservationState,
)
from storage.cipher import Sealed
from storage.repositories.base import SealingRepository
from storage.tables import observation_plans, observations

_ROW = observations.c
_TOLD = (ObservationState.ASSIGNED, ObservationState.RETURNED)
_LIVE = (ObservationState.PROPOSED, ObservationState.ASSIGNED)


class SqlObservations(SealingRepository):
    """Implements the port ``Observations``."""

    async def open(self, new: NewObservation, now: datetime) -> Observation | None:
        """Write one; None where the rule, the period and the slot have theirs already."""
        row = {**asdict(new), "reason": self._cipher.seal(new.reason), "begun_at": now}
        empty = {"kind": "", "answers": Sealed(""), "comment": Sealed(""), "version": 1}
        written = self._insert(observations).values(**row, **empty)
        number = await self._one(written.on_conflict_do_nothing().returning(_ROW.id))
        return await self.get(number["id"]) if number else None

    async def get(self, observation_id: int) -> Observation | None:
        """One observation."""
        found = await self._found(_ROW.id == observation_id)
        return found[0] if found else None

    async def save(self, observation: Observation) -> Observation:
        """Write it, if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(observation, version=observation.version + 1)
        read = update(observations).filter_by(id=observation.id, version=observation.version)
        values = {key: value for key, value in asdict(saved).items() if key not in {"id", "slot"}}
        await self._swap(read.values(**(values | self._sealed(saved))))
        return saved

    async def live(self) -> list[Observation]:
        """Proposed and assigned ones, by number."""
        return await self._found(_ROW.state.in_(_LIVE))

    async def slots(self, rule: str, period: date) -> set[str]:
        """Whose turn in the period is opened already, whatever became of it."""
        opened = select(_ROW.slot).where(_ROW.rule == rule, _ROW.period == period)
        return {row["slot"] for row in await self._all(opened)}

    async def of_people(self, people: Collection[str]) -> list[Observation]:
        """Those that these people do or that are about them, newest first; not proposed ones."""
        theirs = or_(_ROW.observer.in_(people), _ROW.observed.in_(people))
        return (await self._found(theirs & _ROW.state.in_(_TOLD)))[::-1]

    async def last_seen(self, rules: Collection[str]) -> Mapping[str, date]:
        """When each person was last seen under one of the rules; never seen: not in it."""
        latest = select(_ROW.observed, func.max(_ROW.seen_on).label("day")).where(
            _ROW.rule.in_(rules), _ROW.state == ObservationState.RETURNED
        )
        rows = await self._all(latest.group_by(_ROW.observed))
        return {row["observed"]: row["day"] for row in rows if row["day"]}

    async def open_plan(self, new: ObservationPlan) -> ObservationPlan | None:
        """Write a plan (its ``id`` is not read); None where the period has one."""
        row = {key: value for key, value in asdict(new).items() if key != "id"}
        written = self._insert(observation_plans).values(**row).on_conflict_do_nothing()
        number = await self._one(written.returning(observation_plans.c.id))
        return replace(new, id=number["id"]) if number else None

    async def plan(self, plan_id: int) -> ObservationPlan | None:
        """One plan."""
        row = await self._one(select(observation_plans).filter_by(id=plan_id))
        return ObservationPlan(**row) if row else None

    async def of_plan(self, plan_id: int) -> list[Observation]:
        """What stands in a plan, by number; not what was dropped from it."""
        kept = _ROW.state != ObservationState.DROPPED
        return await self._found((_ROW.plan_id == plan_id) & kept)

    async def save_plan(self, plan: ObservationPlan) -> ObservationPlan:
        """Write a plan, if ``version`` is the one read; raises MovedOnFault."""
        saved = replace(plan, version=plan.version + 1)
        read = update(observation_plans).filter_by(id=plan.id, version=plan.version)
        await self._swap(read.values(state=saved.state, version=saved.version))
        return saved

    async def _found(self, which: ColumnElement[bool]) -> list[Observation]:
        rows = await self._all(select(observations).where(which).order_by(_ROW.id))
        return [self._read(row) for row in rows]

    def _read(self, row: RowMapping) -> Observation:
        answers = self._cipher.open(row["answers"])
        opened = {
            "answers": json.loads(answers) if answers else {},
            "reason": self._cipher.open(row["reason"]),
            "comment": self._cipher.open(row["comment"]),
        }
        return Observation(**{**row, **opened})

    def _sealed(self, observation: Observation) -> dict[str, Any]:
        said = json.dumps(dict(observation.answers)) if observation.answers else ""
        return {
            "answers": self._cipher.seal(said),
            "reason": self._cipher.seal(observation.reason),
            "comment": self._cipher.seal(observation.comment),
        }
