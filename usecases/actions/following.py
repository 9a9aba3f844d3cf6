"""What an audit's findings and final grade do to its actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.actions.action import WORDS_LIMIT, ActionState, NewAction, Origin
from domain.actions.lines import PlanLine, read_line
from domain.actions.people import owners, related
from domain.actions.terms import last_day, main_rule
from domain.audits.outcome import Outcome
from domain.calendar.working_days import local_day
from domain.frameworks.sections import ActionRule
from domain.moderation.moderation import Moderation
from domain.people.on_record import People
from usecases.actions.around import changed_by, record
from usecases.actions.outgoing import finished_on, keep_draft, send_plan
from usecases.audits.occasions import on_cancelled, on_final, on_findings
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork

USUAL = timedelta(days=31)  # where a line names no day and the council no limit (E-14)
MOST_LINES = 20


@on_findings
async def send_actions(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """The drafts go out together with the findings (SEF-11)."""
    await send_plan(uow, scene, now)


@on_final
async def turn_plan_into_actions(
    uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime
) -> None:
    """Each line of the moderator's action plan becomes an action (HER-09, HER-14)."""
    del outcome
    rule = main_rule(scene.council.framework)
    moderation = await uow.moderations.of_audit(scene.audit.id)
    if rule is None or moderation is None:
        return
    people = await uow.people.all()
    start = await finished_on(uow, scene, now)
    lines = [line for line in moderation.decision.plan.splitlines() if line.strip()]
    for place, text in enumerate(lines[:MOST_LINES], 1):
        line = read_line(text, people.values(), local_day(now))
        owner = line.owner or _fallback(rule, scene, people, local_day(now))
        if owner is None:
            continue
        new = NewAction(
            rule=rule.key,
            origin=Origin.MODERATION,
            what=line.what[:WORDS_LIMIT],
            owner=owner,
            due_on=_day(rule, line, start, local_day(now)),
            added_by=_decider(scene, moderation) or owner,
            audit_id=scene.audit.id,
            case_ref=scene.case.ref,
            team=scene.case.team,
            service=scene.case.service,
            once=f"moderation/{scene.audit.id}/{place}",
        )
        await keep_draft(uow, new, now)
    await send_plan(uow, scene, now)


@on_cancelled
async def drop_drafts(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """What had not gone out never will; what had is somebody's work and stays."""
    for action in await uow.actions.of_audit(scene.audit.id):
        if action.state is not ActionState.DRAFT:
            continue
        dropped = replace(action, state=ActionState.DROPPED, closed_at=now, look_on=None)
        saved = await uow.actions.save(dropped)
        await record(uow, saved, "drop_action", now)
        for ref in changed_by(saved):
            await uow.outbox.refresh(ref, now=now)


def _fallback(rule: ActionRule, scene: Scene, people: People, today: date) -> str | None:
    """Where a line names nobody it is the team manager's, who can pass it on."""
    found = related(("team_manager",), scene.case, people)
    here = [each for each in found if people[each].here_on(today)]
    auditors = [seat.holder for seat in scene.first_seats if seat.holder]
    return next(iter((*here, *owners(rule, scene.case, auditors, people, today))), None)


def _day(rule: ActionRule, line: PlanLine, start: date, today: date) -> date:
    """Its own day inside the council's limit; where it names none, the last one.

    Without a limit a month counts from the decision: the submission may be weeks ago.
    """
    last = last_day(rule, start)
    due = line.due or last or today + USUAL
    return max(min(due, last) if last else due, today)


def _decider(scene: Scene, moderation: Moderation) -> str | None:
    """Who recorded the decision."""
    by_id = {seat.id: seat.holder for seat in scene.seats}
    return next((by_id[seat] for seat in reversed(moderation.agreed) if by_id.get(seat)), None)
