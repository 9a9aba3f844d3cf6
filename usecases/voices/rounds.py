"""Surveys are put to whoever runs them, once a round or audit (COL-28, HER-38, SOM-29, SOM-35)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.audits.audit import AuditState
from domain.calendar.noting import WITHIN
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import NewDuty
from domain.frameworks.re_audit import first_key
from domain.frameworks.sections import FeedbackRule
from domain.people.person import Person
from domain.refs import Ref
from domain.voices.rounds import asked, round_now, runs_it
from domain.voices.rules import feedback_rule
from domain.voices.voice import VoiceState
from usecases.audits.scene import Scene, holders_of, scene_of_audit
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

RUN = "run_feedback_round"
ROUND, SURVEY = "feedback_round", "survey_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One way of hearing people, from a first day on.

    ``until`` where it comes round; ``audit_id`` where it comes after an audit (SOM-29).
    """

    way: FeedbackRule
    since: date
    until: date | None = None
    audit_id: int | None = None

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
        after = f".{self.audit_id}" if self.audit_id else ""
        return f"{self.way.key}.{self.since:%Y%m%d}{after}"


def survey_at(council: Council, ref: Ref) -> Survey | None:
    """What a reference means; None where the file has no such way, or it names no day."""
    key, _, rest = ref.key.partition(".")
    day, dot, audit = rest.partition(".")
    way, since = feedback_rule(council.framework, key), _day(day)
    if way is None or since is None:
        return None
    if dot:
        follows = way.cadence is not None and bool(way.cadence.after)
        number = Ref("audit", audit).number
        return Survey(way=way, since=since, audit_id=number) if follows and number else None
    found = round_now(way, since, council.calendar)
    until = found.due_on if found and found.first_day == since else None
    return Survey(way=way, since=since, until=until)


def _day(text: str) -> date | None:
    if len(text) != 8 or not (text.isascii() and text.isdecimal()):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def run_by(council: Council, survey: Survey) -> date:
    """When it is to be done: the last day of its round, or a fortnight after its audit (E-98)."""
    return survey.until or council.calendar.on_or_after(survey.since + WITHIN)


async def audit_of(uow: UnitOfWork, council: Council, survey: Survey) -> Scene | None:
    """The audit that it comes after; None where it comes after none, or none that has ended."""
    if survey.audit_id is None or survey.way.cadence is None:
        return None
    scene = await scene_of_audit(uow, council, survey.audit_id)
    if scene is None or scene.audit.state is not AuditState.FINAL:
        return None
    return scene if first_key(scene.programme.key) in survey.way.cadence.after else None


async def is_run(uow: UnitOfWork, council: Council, survey: Survey) -> bool:
    """Whether somebody has it to run, as a round or after an audit."""
    return survey.until is not None or await audit_of(uow, council, survey) is not None


async def open_rounds(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Put every round that runs to whoever runs it; gives how many heard. Safe to repeat."""
    today, told = local_day(now), 0
    if not council.calendar.is_working(today):
        return 0
    for way in council.framework.feedback:
        found = round_now(way, today, council.calendar) if way.on else None
        if found is not None:
            survey = Survey(way=way, since=found.first_day, until=found.due_on)
            told += await put_to_runners(uow, council, survey, now)
    return told


async def put_to_runners(uow: UnitOfWork, council: Council, survey: Survey, now: datetime) -> int:
    """The card and the duty for everybody who runs it, once; gives how many heard."""
    told, due = 0, end_of_day(run_by(council, survey))
    for person in await holders(uow, council, survey, now):
        if await tell(uow, ROUND, survey.ref, person.id, now=now, once="opened"):
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
    """Whether somebody has ended the round; after an audit it is done once it was sent."""
    ends = {"close_round"} | ({"send_round"} if survey.audit_id else set())
    return any(entry.action in ends for entry in await uow.trail.of(survey.ref))


async def ask_everybody(
    uow: UnitOfWork, survey: Survey, people: Sequence[Person], now: datetime
) -> int:
    """Send the questions to people; gives how many had not been asked before."""
    about = survey.to_answer
    sent = [await tell(uow, SURVEY, about, one.id, now=now, once="asked") for one in people]
    return sum(sent)


async def has_answered(uow: UnitOfWork, survey: Survey, person: Person, today: date) -> bool:
    """Whether somebody has kept an answer of their own since it began."""
    kept = await uow.voices.of_source(survey.way.key, survey.since, today)
    return any(v.noted_by == person.id and v.state is VoiceState.HEARD for v in kept)


async def who_answers(
    uow: UnitOfWork, council: Council, survey: Survey, today: date
) -> list[Person]:
    """Everybody here who answers it themselves; after an audit those of it whom the file names."""
    people = (await uow.people.all()).values()
    if survey.audit_id is None or survey.way.put_to == "everybody":
        return asked(survey.way, people, today)
    scene = await audit_of(uow, council, survey)
    if scene is None:
        return []
    auditors = await holders_of(uow, scene.first_seats)
    if survey.way.put_to == "team":
        visited = [one for one in people if one.team and one.team == scene.case.team]
        return asked(survey.way, (one for one in visited if one.id not in auditors), today)
    return asked(survey.way, auditors.values(), today)
