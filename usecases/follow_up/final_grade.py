"""An audit is final: what the council's file says follows, follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from domain.audits.outcome import Outcome
from domain.calendar.working_days import add_months, local_day
from domain.follow_up.dates import asked_and_due, due_after
from domain.follow_up.rules import (
    after_audits,
    consequences,
    rule_of_activity,
    rule_of_consequence,
)
from domain.follow_up.step import NewStep, Part, Party, StepKind
from domain.follow_up.triggers import Cause, Happened, cause_of
from domain.frameworks.follow_up import Consecutive, Consequence, TeamShare
from domain.frameworks.programme import Programme
from usecases.audits.occasions import on_final
from usecases.audits.scene import Scene
from usecases.coordinating import coordinators
from usecases.follow_up.people import Finder, parties
from usecases.follow_up.steps import begin
from usecases.ports import UnitOfWork


@on_final
async def follow_final_grade(
    uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime
) -> None:
    """Alerts, reviews, re-audits, scrutiny and summaries, each cause once (HER-11, SEF-24)."""
    happened = await _happened(uow, scene, outcome)
    finder = await _finder(uow, scene, now)
    spare = [person.id for person in await coordinators(uow, scene.council, now)]
    for rule, place, then in consequences(scene.programme):
        met = cause_of(rule, happened)
        if met is None:
            continue
        new = _step(scene, outcome, met, then, now)
        where = rule_of_consequence(rule, place)
        shared = isinstance(rule.trigger, TeamShare)
        about = outcome.worker if isinstance(rule.trigger, Consecutive) else None
        new = replace(
            new,
            rule=where,
            once=f"{where}/{met.key}",
            about=about,
            team=outcome.team if shared else "",
            parties=tuple(_parties(then, finder, spare)),
        )
        await begin(uow, scene.council, new, now)


@on_final
async def follow_with_activities(
    uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime
) -> None:
    """What is asked for after every audit: the talk, the upload, the sharing (HER-15, SEF-16)."""
    finder = await _finder(uow, scene, now)
    today = local_day(now)
    for activity, rule in after_audits(scene.council.framework, outcome.programme):
        found = tuple(
            party
            for tick in rule.confirms
            for party in parties(tick.key, finder.find(roles=tick.by, relations=tick.relations))
        )
        if not found:
            continue
        asked, due = asked_and_due(rule, outcome.overall, today, scene.council.calendar)
        where = rule_of_activity(activity)
        new = NewStep(
            kind=StepKind.CONFIRM,
            rule=where,
            once=f"{where}/{outcome.audit_id}",
            programme=outcome.programme,
            audit_id=outcome.audit_id,
            case_ref=outcome.case_ref,
            because=(outcome.audit_id,),
            opens_on=asked,
            due_on=due,
            about=outcome.worker,
            parties=found,
        )
        await begin(uow, scene.council, new, now)


async def _happened(uow: UnitOfWork, scene: Scene, outcome: Outcome) -> Happened:
    """The worker's audits, and the team's as far back as two runs of the longest rule reach."""
    months = _longest(scene.programme)
    since = outcome.final_at - _span(outcome, 2 * months) if months else outcome.final_at
    return Happened(
        outcome=outcome,
        cared_for=scene.case.cared_for,
        of_worker=await uow.outcomes.of_worker(outcome.worker) if outcome.worker else (),
        of_team=await uow.outcomes.of_team(outcome.team, since) if months and outcome.team else (),
    )


def _longest(programme: Programme) -> int:
    rules = [rule.trigger for rule in programme.follow_up]
    return max((rule.months for rule in rules if isinstance(rule, TeamShare)), default=0)


def _span(outcome: Outcome, months: int) -> timedelta:
    day = local_day(outcome.final_at)
    return day - add_months(day, -months)


def _step(scene: Scene, outcome: Outcome, met: Cause, then: Consequence, now: datetime) -> NewStep:
    """The step of a consequence; a re-audit waits for its day, all else is asked now."""
    today = local_day(now)
    due = due_after(then, outcome.submitted_on, today, scene.council.calendar)
    return NewStep(
        kind=StepKind(then.does),
        rule="",
        once="",
        programme=outcome.programme,
        audit_id=outcome.audit_id,
        case_ref=outcome.case_ref,
        because=met.audits,
        opens_on=due if then.does == "re_audit" else today,
        due_on=due,
    )


async def _finder(uow: UnitOfWork, scene: Scene, now: datetime) -> Finder:
    return Finder(
        framework=scene.council.framework,
        case=scene.case,
        people=await uow.people.all(),
        today=local_day(now),
    )


def _parties(then: Consequence, finder: Finder, spare: list[str]) -> Iterator[Party]:
    """Whoever is told, writes and signs; where the file's roles name nobody, who runs cycles."""
    told = finder.find(roles=then.told, relations=then.relations)
    if then.does == "alert":
        yield from parties(Part.COMMENT if then.comment else Part.TOLD, told or spare)
        return
    yield from parties(Part.TOLD, told)
    if then.does == "re_audit":
        return
    writers = finder.find(roles=then.by) or spare
    yield from parties(Part.WRITE, writers)
    if then.signed_off_by:
        signers = finder.find(roles=then.signed_off_by) or spare
        yield from parties(Part.SIGN, [each for each in signers if each not in writers])
