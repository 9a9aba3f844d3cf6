"""Surveys that come round are put to whoever runs them, once a round (COL-28, HER-38, SOM-35)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import NewDuty
from domain.frameworks.sections import FeedbackRule
from domain.observations.times import Window
from domain.people.person import Person
from domain.refs import Ref
from domain.voices.rounds import asked, round_now, runs_it
from domain.voices.rules import feedback_rule
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

RUN = "run_feedback_round"
ROUND, SURVEY = "feedback_round", "survey_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One way of hearing people, from a first day on; ``until`` where it comes round."""

    way: FeedbackRule
    since: date
    until: date | None = None

    @property
    def ref(self) -> Ref:
        """``round-staff_views.20260701``: the card of whoever runs it."""
        return Ref("round", self._key)

    @property
    def to_answer(self) -> Ref:
        """``survey-staff_views.20260701``: the card of whoever answers it."""
        return Ref("survey", self._key)

    @property
    def _key(self) -> str:
        return f"{self.way.key}.{self.since:%Y%m%d}"


def survey_at(council: Council, ref: Ref) -> Survey | None:
    """What a reference means; None where the file has no such way, or it names no day."""
    key, _, day = ref.key.partition(".")
    way = feedback_rule(council.framework, key)
    if way is None or len(day) != 8 or not (day.isascii() and day.isdecimal()):
        return None
    try:
        since = date.fromisoformat(day)
    except ValueError:
        return None
    found = round_now(way, since, council.calendar)
    until = found.due_on if found and found.first_day == since else None
    return Survey(way=way, since=since, until=until)


async def open_rounds(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Put every round that runs to whoever runs it; gives how many heard. Safe to repeat."""
    today, told = local_day(now), 0
    if not council.calendar.is_working(today):
        return 0
    for way in council.framework.feedback:
        found = round_now(way, today, council.calendar) if way.on else None
        if found is not None:
            told += await _put(uow, council, way, found, now)
    return told


async def _put(
    uow: UnitOfWork, council: Council, way: FeedbackRule, found: Window, now: datetime
) -> int:
    survey = Survey(way=way, since=found.first_day, until=found.due_on)
    told = 0
    for person in await holders(uow, council, survey, now):
        if await tell(uow, ROUND, survey.ref, person.id, now=now, once="opened"):
            due = end_of_day(found.due_on)
            duty = NewDuty(kind=RUN, subject=survey.ref, holder=person.id, due_at=due)
            await uow.duties.open(duty, now)
            told += 1
    return told


async def holders(
    uow: UnitOfWork, council: Council, survey: Survey, now: datetime
) -> Sequence[Person]:
    """Who runs it; those who run cycles where nobody here has the role."""
    people = (await uow.people.all()).values()
    return runs_it(survey.way, people, local_day(now)) or await coordinators(uow, council, now)


async def is_closed(uow: UnitOfWork, survey: Survey) -> bool:
    """Whether somebody has ended the round."""
    return any(entry.action == "close_round" for entry in await uow.trail.of(survey.ref))


async def ask_everybody(
    uow: UnitOfWork, survey: Survey, people: Sequence[Person], now: datetime
) -> int:
    """Send the questions to people; gives how many had not been asked before."""
    about = survey.to_answer
    sent = [await tell(uow, SURVEY, about, one.id, now=now, once="asked") for one in people]
    return sum(sent)


async def who_answers(uow: UnitOfWork, survey: Survey, today: date) -> list[Person]:
    """Everybody here who answers it themselves."""
    return asked(survey.way, (await uow.people.all()).values(), today)
