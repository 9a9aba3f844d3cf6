"""What a tracker shows to whom: own, a team's, a service's, the council's (SEF-15, E-60)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.actions.action import Action, ActionState, NoteKind
from domain.actions.people import keepers
from domain.actions.terms import making_rules
from domain.actions.tracker import TrackedLine
from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.follow_up.step import Part, Step, StepState
from domain.people.lines import manages
from domain.people.person import Person
from domain.refs import Ref
from usecases.actions.around import around
from usecases.council import Council
from usecases.ports import UnitOfWork

SHOWN_AFTER = timedelta(days=90)
STATES = {
    ActionState.OPEN: "",
    ActionState.CLAIMED: "waits for sign-off",
    ActionState.DONE: "done",
}
STEP_STATES = {StepState.WAITING: "evidence asked later", StepState.OPEN: "evidence asked"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """``whose`` says how far it reaches; ``council_wide`` whether it is all of it."""

    whose: str
    lines: tuple[TrackedLine, ...]
    council_wide: bool = False
    leads: bool = False


async def tracker_of(uow: UnitOfWork, council: Council, reader: Person, now: datetime) -> Tracker:
    """What somebody sees: their own, and what is below or around them."""
    people = await uow.people.all()
    every = keeps_all(council, reader, people, local_day(now))
    kept = [action for action in await _actions(uow, now) if every or _sees(reader, action, people)]
    lines = [await _line(uow, council, action, local_day(now)) for action in kept]
    if every:
        lines += await _recommended(uow, council, people)
    leads = any(manages(reader, other, people) for other in people.values())
    whose = "All teams" if every else _whose(reader, leads=leads)
    return Tracker(whose=whose, lines=tuple(lines), council_wide=every, leads=leads)


async def whole_tracker(uow: UnitOfWork, council: Council, now: datetime) -> list[TrackedLine]:
    """Every line of the council, for the workbook."""
    people = await uow.people.all()
    found = [
        await _line(uow, council, action, local_day(now)) for action in await _actions(uow, now)
    ]
    return found + await _recommended(uow, council, people)


def keeps_all(council: Council, reader: Person, people: Mapping[str, Person], today: date) -> bool:
    """Whether somebody keeps the central tracker (SEF-15, HER-14)."""
    if council.coordinates(reader):
        return True
    rules = making_rules(council.framework)
    return any(reader.id in keepers(rule, people, today) for rule in rules)


async def _actions(uow: UnitOfWork, now: datetime) -> list[Action]:
    return [*await uow.actions.live(), *await uow.actions.closed_since(now - SHOWN_AFTER)]


def _sees(reader: Person, action: Action, people: Mapping[str, Person]) -> bool:
    if action.owner == reader.id:
        return True
    owner = people.get(action.owner)
    below = owner is not None and manages(reader, owner, people)
    leads_team = (
        "team_manager" in reader.roles and bool(action.team) and (action.team == reader.team)
    )
    leads_service = (
        "service_manager" in reader.roles
        and bool(action.service)
        and (action.service == reader.service)
    )
    return below or leads_team or leads_service


def _whose(reader: Person, *, leads: bool) -> str:
    if not leads:
        return "Yours"
    return reader.team or reader.service or "Your people"


async def _line(uow: UnitOfWork, council: Council, action: Action, today: date) -> TrackedLine:
    of = await around(uow, council, action, today)
    progress = action.last(NoteKind.PROGRESS, NoteKind.REVIEWED, NoteKind.CLAIMED)
    state = "returned" if action.returned else STATES.get(action.state, "")
    return TrackedLine(
        ref=action.ref,
        version=action.version,
        opens="open_action",
        label=action.label,
        words=action.what,
        owner=of.name(action.owner),
        team=action.team,
        due_on=action.due_on,
        case_ref=action.case_ref or "",
        tag=action.tag,
        state=state if not action.breached(today) else say_list([state or "open", "breach"]),
        signer=of.names(of.signers),
        closed_on=local_day(action.closed_at) if action.closed_at else None,
        returned=action.round - 1,
        back=action.returned,
        claimed=action.state is ActionState.CLAIMED,
        latest_on=action.latest_on,
        progress=progress.words if progress else "",
    )


async def _recommended(
    uow: UnitOfWork, council: Council, people: Mapping[str, Person]
) -> list[TrackedLine]:
    """What audits recommend and nobody has signed off yet (COL-03): shown, handled elsewhere."""
    return [
        _of_step(step, people, await _team(uow, step))
        for programme in council.framework.programmes.values()
        if programme.recommendations
        for step in await uow.follow_ups.recommended(programme.key)
    ]


async def _team(uow: UnitOfWork, step: Step) -> str:
    case = await uow.cases.get(step.case_ref)
    return case.team if case else step.team


def _of_step(step: Step, people: Mapping[str, Person], team: str) -> TrackedLine:
    signed = [people[each].name for each in step.people(Part.SIGN) if each in people]
    return TrackedLine(
        ref=Ref("follow_up", str(step.id)),
        version=step.version,
        opens="open_follow_up",
        label=f"R-{step.id}",
        words=step.words,
        owner=say_list([people[each].name for each in step.people(Part.WRITE) if each in people]),
        team=team,
        due_on=step.due_on,
        case_ref=step.case_ref,
        tag="Recommendation",
        state=STEP_STATES.get(step.state, "waits for sign-off"),
        signer=say_list(signed, "or"),
        returned=step.round - 1,
        back=step.round > 1 and step.state is not StepState.SENT,
        claimed=step.state is StepState.SENT,
    )
