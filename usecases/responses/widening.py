"""Where an answer looks further, somebody has it as a task with a day (SEF-08).

The task is an action as any other: its owner notes progress, claims it done and has it signed off
as the council's rule says; the story shows how it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.actions.action import Action, ActionState, NewAction, Origin
from domain.actions.terms import main_rule
from domain.calendar.wording import say_day
from domain.calendar.working_days import local_day
from domain.frameworks.sections import Widening
from domain.people.on_record import on_record
from domain.responses.answer import wider
from domain.responses.response import Part, StepKind
from usecases.actions.outgoing import begin_action
from usecases.responses.matter import Matter
from usecases.responses.telling import tell_them

NO_RULE = "response_tasks"
"""The rule's name where the council has none for actions: nobody signs them off."""
STANDS = {
    ActionState.CLAIMED: "waits for sign-off",
    ActionState.DONE: "done",
    ActionState.DROPPED: "dropped",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task as the story shows it."""

    action: Action
    title: str
    owner: str

    def said(self, today: date) -> str:
        """``Management practice: A-3, Sam Field, by Monday 1 December, open``."""
        action = self.action
        stands = STANDS.get(action.state, "overdue" if action.overdue(today) else "open")
        if action.state is ActionState.DONE and action.closed_at:
            stands = f"done on {say_day(local_day(action.closed_at))}"
        return f"{self.title}: {action.label}, {self.owner}, by {say_day(action.due_on)}, {stands}"


async def widen(matter: Matter, said: Mapping[str, str], by: str) -> Matter:
    """A task for everybody named, each once however often it is answered; they know the story."""
    owners: list[str] = []
    for one in wider(said, matter.terms.widening):
        for owner in owners_of(one, matter, by):
            await begin_action(
                matter.uow, matter.council, _task(one, matter, owner, by), matter.now
            )
            owners.append(owner)
    new = [each for each in dict.fromkeys(owners) if each not in matter.response.parties]
    return await tell_them(matter, new, Part.KNOWS, StepKind.TOLD, "widened")


def owners_of(one: Widening, matter: Matter, by: str) -> list[str]:
    """Those whom the file names, while they are here; where there are none, whoever answered."""
    named = on_record(one.done_by, matter.case, matter.people)
    here = [each for each in named if matter.people[each].here_on(matter.reach.today)]
    return here or [by]


def _task(one: Widening, matter: Matter, owner: str, by: str) -> NewAction:
    response, place = matter.response, matter.terms.widening.index(one)
    rule = main_rule(matter.council.framework)
    return NewAction(
        rule=rule.key if rule else NO_RULE,
        origin=Origin.RESPONSE,
        what=f"{one.task}, after {response.number}",
        done_when="What was found, and what follows from it, is written down here",
        owner=owner,
        due_on=matter.reach.today + timedelta(days=one.days),
        added_by=by,
        case_ref=matter.case.ref,
        team=matter.case.team,
        service=matter.case.service,
        source=response.ref,
        once=f"response/{response.id}/{place}/{owner}",
    )


async def tasks_of(matter: Matter) -> list[Task]:
    """Every task that came of it, in the order in which they were given."""
    return [
        Task(action=action, title=_title(action, matter), owner=matter.name(action.owner))
        for action in await matter.uow.actions.of_source(matter.response.ref)
    ]


def _title(action: Action, matter: Matter) -> str:
    """The choice that it came of; the task's own words where the file has dropped that."""
    titles = matter.terms.widens
    *_, place, _ = (action.once or "//").split("/")
    return titles[int(place)] if place.isdecimal() and int(place) < len(titles) else action.what
