"""An action with its rule, its record and the people around it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from domain.actions import people as whose
from domain.actions.action import Action
from domain.actions.terms import rule_of
from domain.calendar.wording import say_list
from domain.cases.case import Case
from domain.faults import NotFoundFault
from domain.frameworks.sections import ActionRule
from domain.people.lines import manages
from domain.people.on_record import People
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.ports import UnitOfWork

ACTOR = "practice-loop"
COMPLETE, SIGN, DATE, REVIEW = "complete_action", "sign_action", "decide_date", "review_actions"


def signing_ref(action: Action) -> Ref:
    """What the sign-off of an action, or a later day for it, is about."""
    return Ref("signing", str(action.id))


def plan_ref(audit_id: int, area: int | None = None) -> Ref:
    """``plan-31`` or ``plan-31-3``: the actions of an audit, from one of its areas."""
    return Ref("plan", f"{audit_id}-{area}" if area else str(audit_id))


ALONE = Ref("plan", "alone")
"""The actions that come from no audit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the cards and the rights of one action draw on."""

    action: Action
    rule: ActionRule
    case: Case | None
    people: People
    today: date

    @property
    def signers(self) -> list[str]:
        """Who signs it off; empty where the council asks no sign-off."""
        return whose.signers(self.rule, self.action, self.case, self.people, self.today)

    @property
    def deciders(self) -> list[str]:
        """Who signs it off or, where nobody does, decides on a later day."""
        return whose.deciders(self.rule, self.action, self.case, self.people, self.today)

    @property
    def may_move(self) -> bool:
        """Whether its day can be put off (E-14); never past the council's last day (E-59)."""
        return self.rule.extension and self.action.latest_on is None

    def name(self, person_id: str) -> str:
        """The person's name."""
        found = self.people.get(person_id)
        return found.name if found else "Somebody who has left"

    def names(self, ids: Iterable[str]) -> str:
        """``Tess Marlow or Theo Brook``."""
        return say_list([self.name(each) for each in ids], "or")


async def around(uow: UnitOfWork, council: Council, action: Action, today: date) -> Around:
    """The action as it stands today."""
    return Around(
        action=action,
        rule=rule_of(council.framework, action.rule),
        case=await uow.cases.get(action.case_ref) if action.case_ref else None,
        people=await uow.people.all(),
        today=today,
    )


async def the_action(uow: UnitOfWork, council: Council, number: int, today: date) -> Around:
    """One action by its number; raises NotFoundFault."""
    action = await uow.actions.get(number)
    if action is None:
        raise NotFoundFault
    return await around(uow, council, action, today)


async def record(
    uow: UnitOfWork, action: Action, did: str, now: datetime, *, actor: str = ACTOR
) -> None:
    """A line in the action's trail: states and days, never what somebody wrote."""
    details: dict[str, str | int | None] = {
        "version": action.version,
        "state": str(action.state),
        "owner": action.owner,
        "due": action.due_on.isoformat(),
    }
    await uow.trail.record(action.ref, did, actor=actor, now=now, details=details)


def changed_by(action: Action) -> tuple[Ref, ...]:
    """The subjects whose cards show it."""
    plan = (plan_ref(action.audit_id),) if action.audit_id else ()
    story = (action.source,) if action.source else ()
    return (action.ref, signing_ref(action), *plan, *story)


def covered(person: Person, people: People, today: date) -> frozenset[str]:
    """The person, and everybody for whom they stand in today."""
    away = (p for p in people.values() if p.id != person.id)
    covering = {p.id for p in away if (a := p.absence_on(today)) and a.cover == person.id}
    return frozenset({person.id, *covering})


def holds_any(person: Person, ids: Collection[str], people: People, today: date) -> bool:
    """Whether somebody is one of those, or stands in for one today."""
    return not covered(person, people, today).isdisjoint(ids)


def above(person: Person, owner: str, people: People) -> bool:
    """Whether somebody is in the line over the owner."""
    found = people.get(owner)
    return found is not None and manages(person, found, people)
