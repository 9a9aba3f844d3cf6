"""What somebody who has left owed for their role goes to whoever has the role now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.calendar.working_days import local_day
from domain.duties import Duty, NewDuty
from domain.observations.questions import rule_of as observation_rule
from domain.people.person import Person
from usecases.actions.around import COMPLETE, DATE, REVIEW, SIGN
from usecases.actions.reviewing import form_ref, who_reviews
from usecases.approvals.steps import DECIDE, SEND, deciders, writers
from usecases.calendar.passing import passers
from usecases.calendar.steps import DO, PASS, PREPARE, whose
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.cycles.proposal_duty import SETTLE_DRAW
from usecases.moderation.check_cycles import CHECK
from usecases.nominations.steps import VERIFY
from usecases.observations.steps import CONFIRM, assigners
from usecases.people.heirs import given_to, inherits
from usecases.ports import UnitOfWork
from usecases.voices.rounds import RUN, holders, survey_at


@inherits(COMPLETE, SIGN, DATE)
async def of_action(
    uow: UnitOfWork, _: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty] | None:
    """The clock passes actions and sign-offs on by itself; what it could not, a day later."""
    leaver = await uow.people.get(duty.holder)
    left_today = leaver is not None and leaver.left_on == local_day(now)
    return None if left_today else given_to(duty, instead.id)


@inherits(VERIFY)
async def of_nomination(
    _uow: UnitOfWork, _: Council, _duty: Duty, _instead: Person, _now: datetime
) -> Sequence[NewDuty] | None:
    """The clock asks the next who may verify, or tells those who run cycles that nobody may."""
    return None


@inherits(REVIEW)
async def of_review(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty]:
    """The form of whoever manages the team now (SEF-12)."""
    leaver = await uow.people.get(duty.holder)
    team = leaver.team if leaver else ""
    theirs = await who_reviews(uow, council, team, local_day(now)) or [instead.id]
    return [
        NewDuty(kind=REVIEW, subject=form_ref(one), holder=one, due_at=duty.due_at)
        for one in theirs
    ]


@inherits(DO, PREPARE)
async def of_calendar(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty]:
    """Whoever has the role; what was one's own goes to whoever stands in."""
    found = await uow.calendar.get(duty.subject.number)
    people = await uow.people.all()
    theirs = whose(council, found, people, local_day(now)) if found else []
    return given_to(duty, *(theirs or [instead.id]))


@inherits(PASS)
async def of_passing(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty]:
    """Whoever passes such reports, or those who run cycles."""
    found = await uow.calendar.get(duty.subject.number)
    theirs = await passers(uow, council, found, now) if found else []
    return given_to(duty, *(theirs or [instead.id]))


@inherits(CONFIRM)
async def of_observations(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty]:
    """Whoever assigns them, or those who run cycles."""
    plan = await uow.observations.plan(duty.subject.number)
    if plan is None:
        return given_to(duty, instead.id)
    rule = observation_rule(council.framework, plan.rule)
    return given_to(duty, *(one.id for one in await assigners(uow, council, rule, now)))


@inherits(SEND, DECIDE)
async def of_approval(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty]:
    """Whoever may send it or decide on it now."""
    found = await uow.approvals.get(duty.subject.number)
    if found is None:
        return given_to(duty, instead.id)
    ask = writers if duty.kind == SEND else deciders
    theirs = list(await ask(uow, council, found, local_day(now)))
    return given_to(duty, *(theirs or [instead.id]))


@inherits(RUN)
async def of_survey(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty]:
    """Whoever runs the survey, or those who run cycles."""
    survey = survey_at(council, duty.subject)
    theirs = await holders(uow, council, survey, now) if survey else []
    return given_to(duty, *([one.id for one in theirs] or [instead.id]))


@inherits(SETTLE_DRAW)
async def of_draw(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty]:
    """Those who run cycles."""
    theirs = [one.id for one in await coordinators(uow, council, now)]
    return given_to(duty, *(theirs or [instead.id]))


@inherits(CHECK)
async def of_check(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty]:
    """Whoever checks the programme's finished audits (SOM-07)."""
    cycle = await uow.audits.cycle(duty.subject.number)
    rule = council.framework.programme(cycle.programme).final_check if cycle else None
    wanted, today = frozenset(rule.by if rule else ()), local_day(now)
    people = (await uow.people.all()).values()
    theirs = [one.id for one in people if one.holds(wanted) and one.here_on(today)]
    return given_to(duty, *(theirs or [instead.id]))
