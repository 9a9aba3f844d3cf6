"""The clock's part: what waits is asked on its day, and whoever is silent is asked again."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import local, local_day
from domain.faults import MovedOnFault
from domain.follow_up.dates import next_asking
from domain.follow_up.progress import silent
from domain.follow_up.rules import terms_of
from domain.follow_up.step import Step, StepKind, StepState
from usecases.council import Council
from usecases.follow_up.re_audits import open_re_audits
from usecases.follow_up.recommending import tell_of_review
from usecases.follow_up.steps import ask_for, step_ref, view_of
from usecases.ports import UnitOfWork
from usecases.showing import tell

FIRST_HOUR = 8  # nobody is asked at night; no document says (E-98)


async def move_follow_ups(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Open what is due and ask again, on working days; safe to repeat. The caller commits."""
    today = local_day(now)
    if local(now).hour < FIRST_HOUR or not council.calendar.is_working(today):
        return 0
    waiting = await uow.follow_ups.to_open(today)
    again = [step for step in waiting if step.kind is StepKind.RE_AUDIT]
    moved = await open_re_audits(uow, council, again, now)
    for step in waiting:
        if step.kind is not StepKind.RE_AUDIT:
            moved += await _open(uow, council, step, now)
    for step in await uow.follow_ups.to_ask_again(today):
        moved += await _ask_again(uow, council, step, now)
    return moved


async def _open(uow: UnitOfWork, council: Council, step: Step, now: datetime) -> int:
    try:
        opened = await ask_for(uow, council, step, now)
    except MovedOnFault:  # another replica has just opened it
        return 0
    if opened.kind is StepKind.RECOMMENDATION:
        await tell_of_review(uow, council, opened, now)
    return 1


async def _ask_again(uow: UnitOfWork, council: Council, step: Step, now: datetime) -> int:
    """The card once more to everybody whose word is missing, once a day however often it runs."""
    today = local_day(now)
    terms = terms_of(council.framework, step)
    following = next_asking(terms.again, today)
    if not await uow.follow_ups.ask_again_on(step, following):
        return 0
    view = "follow_up_sign_off" if step.state is StepState.SENT else view_of(step)
    for person_id in silent(step, terms):
        await tell(uow, view, step_ref(step), person_id, now=now, once=f"again {today}")
    return 1
