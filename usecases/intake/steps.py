"""What every step of an intake shares: names of things, the trail, who stands how to it."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import local_day
from domain.intake.intake import Intake
from domain.intake.terms import rule_of, rules_for, rules_to_read
from domain.people.person import Person
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

FORM, STORY, COUNT = "intake_form", "intake", "intake_count"


def notes(council: Council, one: Intake, person: Person) -> bool:
    """Whether the person is one of those who note such things; the team shares them."""
    return one.rule in {rule.key for rule in rules_for(council.framework, person)}


def reads(council: Council, one: Intake, person: Person) -> bool:
    """Whether the person may read it."""
    every = council.coordinates(person)
    return one.rule in {r.key for r in rules_to_read(council.framework, person, every=every)}


async def record(uow: UnitOfWork, one: Intake, action: str, now: datetime, *, actor: str) -> None:
    """A line in the trail: states and versions, never what somebody wrote."""
    details: dict[str, str | int | None] = {"version": one.version, "state": str(one.state)}
    await uow.trail.record(one.ref, action, actor=actor, now=now, details=details)


async def tell_of_lesson(
    uow: UnitOfWork, council: Council, one: Intake, now: datetime, *, actor: str
) -> None:
    """Those whom the rule names learn what it teaches, once."""
    wanted, today = frozenset(rule_of(council.framework, one.rule).to), local_day(now)
    if not one.lesson:
        return
    for person in (await uow.people.all()).values():
        if person.holds(wanted) and person.here_on(today) and person.id != actor:
            await tell(uow, STORY, one.ref, person.id, now=now, once="lesson")
