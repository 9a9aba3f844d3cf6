"""What every step of an observation shares: names of things, the trail, handing it out."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import NewDuty
from domain.frameworks.sections import Observation as Rule
from domain.observations.observation import Observation, ObservationPlan
from domain.people.person import Person
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

ACTOR = "practice-loop"
OBSERVE, CONFIRM = "do_observation", "confirm_observations"
FORM, SHARED, PLAN = "observation_form", "observation_shared", "observation_plan"


async def hand_out(
    uow: UnitOfWork, observation: Observation, now: datetime, *, actor: str = ACTOR
) -> None:
    """Open the observer's duty and show them the form, once for the observation."""
    if observation.due_on:
        duty = NewDuty(
            kind=OBSERVE,
            subject=observation.ref,
            holder=observation.observer,
            due_at=end_of_day(observation.due_on),
        )
        await uow.duties.open(duty, now)
    await record(uow, observation, "assign_observation", now, actor=actor)
    await tell(uow, FORM, observation.ref, observation.observer, now=now, once="assigned")


async def record(
    uow: UnitOfWork, observation: Observation, action: str, now: datetime, *, actor: str = ACTOR
) -> None:
    """A line in the trail: states and versions, never what somebody wrote."""
    details: dict[str, str | int | None] = {
        "version": observation.version,
        "state": str(observation.state),
    }
    await uow.trail.record(observation.ref, action, actor=actor, now=now, details=details)


async def record_plan(
    uow: UnitOfWork, plan: ObservationPlan, action: str, now: datetime, *, actor: str = ACTOR
) -> None:
    """The same for a plan."""
    details: dict[str, str | int | None] = {"version": plan.version, "state": str(plan.state)}
    await uow.trail.record(plan.ref, action, actor=actor, now=now, details=details)


async def assigners(uow: UnitOfWork, council: Council, rule: Rule, now: datetime) -> list[Person]:
    """Who assigns; those who run cycles where nobody here has the role."""
    today = local_day(now)
    people = (await uow.people.all()).values()
    wanted = frozenset(rule.assigned_by)
    found = sorted((p for p in people if p.holds(wanted) and p.here_on(today)), key=lambda p: p.id)
    return found or await coordinators(uow, council, now)
