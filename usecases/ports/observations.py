"""The repository of observations and of the plans out of which they are assigned."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Protocol

from domain.observations.observation import NewObservation, Observation, ObservationPlan


class Observations(Protocol):
    """What people wrote is encrypted at rest. ``save`` raises MovedOnFault on a moved version."""

    async def open(self, new: NewObservation, now: datetime) -> Observation | None:
        """Write one; None where the rule, the period and the slot have theirs already."""

    async def get(self, observation_id: int) -> Observation | None:
        """One observation."""

    async def save(self, observation: Observation) -> Observation:
        """Write it, if ``version`` is the one read."""

    async def live(self) -> list[Observation]:
        """Proposed and assigned ones, by number."""

    async def slots(self, rule: str, period: date) -> set[str]:
        """Whose turn in the period is opened already, whatever became of it."""

    async def of_people(self, people: Collection[str]) -> list[Observation]:
        """Those that these people do or that are about them, newest first; not proposed ones."""

    async def last_seen(self, rules: Collection[str]) -> Mapping[str, date]:
        """When each person was last seen under one of the rules; never seen: not in it."""

    async def open_plan(self, new: ObservationPlan) -> ObservationPlan | None:
        """Write a plan (its ``id`` is not read); None where the period has one."""

    async def plan(self, plan_id: int) -> ObservationPlan | None:
        """One plan."""

    async def of_plan(self, plan_id: int) -> list[Observation]:
        """What stands in a plan, by number; not what was dropped from it."""

    async def save_plan(self, plan: ObservationPlan) -> ObservationPlan:
        """Write a plan, if ``version`` is the one read."""
