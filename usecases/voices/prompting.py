"""The worker is asked for feedback at a set point: the record closed, a conference was held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.calendar.working_days import local_day
from domain.cases.case import Case
from domain.frameworks.sections import FeedbackRule
from domain.refs import Ref
from domain.voices.rules import feedback_rule
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

PROMPT = "feedback_prompt"
STILL_ASKED = timedelta(days=28)
"""A record that a list reports closed later than this is not asked about any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompted:
    """A council's way of hearing people, and the record that it is asked for."""

    way: FeedbackRule
    case: Case


def prompt_ref(way: FeedbackRule, case_ref: str) -> Ref:
    """``prompt-service_user_survey.C-23087``."""
    return Ref("prompt", f"{way.key}.{case_ref}")


async def prompted(uow: UnitOfWork, council: Council, ref: Ref) -> Prompted | None:
    """What a request is about; None where the file has no such way, or nobody the record."""
    key, _, case_ref = ref.key.partition(".")
    way = feedback_rule(council.framework, key)
    case = await uow.cases.get(case_ref) if way and way.prompted_when else None
    return Prompted(way=way, case=case) if way and case else None


async def ask_worker(
    uow: UnitOfWork, way: FeedbackRule, case: Case, *, once: str, now: datetime
) -> bool:
    """Send the worker the request; False where nobody works on the record, or it was sent."""
    worker = await uow.people.get(case.worker) if case.worker else None
    if worker is None or not worker.here_on(local_day(now)):
        return False
    return await tell(uow, PROMPT, prompt_ref(way, case.ref), worker.id, now=now, once=once)


async def prompt_feedback(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Ask about every record that has closed; gives how many. Safe to repeat (HER-32)."""
    today = local_day(now)
    ways = [w for w in council.framework.feedback if w.on and "record_closed" in w.prompted_when]
    if not ways:
        return 0
    closed = [case for case in (await uow.cases.all()).values() if _just_closed(case, today)]
    sent = 0
    for way in ways:
        for case in closed:
            once = f"closed {case.closed_on}"
            sent += await ask_worker(uow, way, case, once=once, now=now)
    return sent


def _just_closed(case: Case, today: date) -> bool:
    return case.closed_on is not None and today - STILL_ASKED <= case.closed_on <= today
