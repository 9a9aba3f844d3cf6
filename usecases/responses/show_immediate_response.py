"""The story of what cannot wait, for its parties and nobody else."""

from __future__ import annotations

from datetime import datetime

from cards.responses.immediate_response import Answered, ImmediateResponse, May, State
from cards.responses.parts import Countdown, Event
from domain.calendar.wording import say_list, say_moment, say_when
from domain.calendar.working_days import local_day
from domain.delivery.message import Doubt, Lane
from domain.responses.answer import SAFE, TICKED, is_gap_answer, text_to_paste, wider
from domain.responses.response import Part, Response, ResponseState, Sort, Step, StepKind
from domain.responses.times import next_at
from usecases.responses.matter import Matter, matter_of
from usecases.responses.standing import covered_by
from usecases.responses.story import story
from usecases.responses.talking import managers
from usecases.responses.widening import tasks_of
from usecases.showing import Look, shows
from usecases.standing import stands_for

STATES: dict[ResponseState, State] = {
    ResponseState.OPEN: "Urgent",
    ResponseState.ACKNOWLEDGED: "Acknowledged",
    ResponseState.ANSWERED: "Answered",
    ResponseState.CLOSED: "Closed",
}
MOST_EVENTS = 24


@shows("immediate_response", lane=Lane.URGENT, doubt=Doubt.SEND_AGAIN)
async def show_immediate_response(look: Look) -> ImmediateResponse | None:
    """Everything that is known, and what the reader may do; None for a stranger."""
    matter = await shown_matter(look)
    if matter is None or matter.response.sort is Sort.INCIDENT:
        return None
    response, terms = matter.response, matter.terms
    raised_at = response.raised_at or response.begun_at
    answered = response.last(StepKind.ANSWERED)
    address = await look.uow.addresses.of(look.reader.id)
    may = await _may(look, matter)
    return ImmediateResponse(
        ref=look.about,
        version=1,
        number=response.number,
        case=response.case_ref,
        state="Overdue" if response.overdue else STATES[response.state],
        concern=terms.title,
        raised=f"{say_when(raised_at, look.today)} by {matter.name(response.raised_by)}",
        today=look.today,
        facts=response.facts,
        countdown=countdown(response, look.now),
        own=response.sort is Sort.PRODUCT,
        gap=is_gap_answer(terms.trigger),
        repeat=look.repeat,
        team=matter.case.team,
        spoken_to=response.spoken_to,
        waits=waits(matter),
        sentence=terms.sentence,
        answer=_answered(matter, answered) if answered and not _renewed(response) else None,
        tasks=tuple(task.said(look.today) for task in await tasks_of(matter)),
        returned=_returned(response),
        paste=_paste(matter, answered) if answered and not response.running else "",
        others=await _others(look, matter) if answered and "0" in _wide(answered) else (),
        events=await events(matter),
        may=may,
        round=response.round,
        reader=address.teams_user_id if address else "",
        notice=look.notice or None,
        field=look.field,
    )


def _returned(response: Response) -> str:
    """Why the answer came back, while another one is awaited."""
    back = response.last(StepKind.RETURNED)
    return back.said.get("reason", "") if back and response.running else ""


async def shown_matter(look: Look) -> Matter | None:
    """The matter where the reader is a party to it, or covers for one; else nothing."""
    response = await look.uow.responses.get(look.about.number)
    if response is None or response.raised_at is None:
        return None
    ids = await covered_by(look.uow, look.reader, response, look.today)
    matter = await matter_of(look.uow, look.council, response, look.now)
    party = bool(ids & set(response.parties)) or look.reader.id in managers(matter)
    raiser = matter.reach.people.get(response.raised_by)
    left = raiser is None or not raiser.here_on(look.today)
    return matter if party or (left and look.council.coordinates(look.reader)) else None


def countdown(response: Response, now: datetime) -> Countdown | None:
    """The time that is left, where the rule sets a limit."""
    return Countdown(due=response.due_at, now=now) if response.due_at else None


async def events(matter: Matter) -> tuple[Event, ...]:
    """The newest lines of what happened, oldest first."""
    lines = [line for line in await story(matter) if line.what != "queued"]
    return tuple(Event(at=line.at, text=line.words) for line in lines[-MOST_EVENTS:])


def waits(matter: Matter) -> str:
    """What happens next if nobody acts."""
    response = matter.response
    rung = next_at(response, matter.terms.ladder)
    if rung is None or not response.running:
        return ""
    if response.state is ResponseState.OPEN:
        return f"If nobody has it by {say_when(rung, matter.reach.today)}, {_then(matter)}."
    names = [matter.name(s.person_id) for s in response.of_kind(StepKind.ACKNOWLEDGED)]
    said = f"{say_list(list(dict.fromkeys(names)))} has it."
    over = matter.reach.of_roles(matter.terms.breach_told)
    if response.due_at and not response.overdue_at and over:
        told = say_list([matter.name(each) for each in over])
        by = say_when(response.due_at, matter.reach.today)
        return f"{said} If it is not answered by {by}, {told} is told."
    return said


def _then(matter: Matter) -> str:
    response, terms = matter.response, matter.terms
    if not terms.climbs or response.rung < len(terms.ladder.again):
        return "it is sent again"
    above = matter.reach.above(response.people(Part.ANSWERS))
    names = [matter.name(each) for each in above]
    return f"{say_list(names)} is told as well" if names else "it is sent again"


async def _may(look: Look, matter: Matter) -> May:
    response = matter.response
    ids = await covered_by(look.uow, look.reader, response, look.today)
    answers = Part.ANSWERS in response.parts_of(ids)
    holds = await stands_for(look.uow, look.reader, response.raised_by, look.today)
    raiser = matter.reach.people.get(response.raised_by)
    left = raiser is None or not raiser.here_on(look.today)
    reads = holds or (left and look.council.coordinates(look.reader))
    talk = response.state is ResponseState.CLOSED and bool(matter.terms.talk)
    waiting = set(response.waits_for) & ids
    return May(
        acknowledge=answers and bool(waiting) and response.state is ResponseState.OPEN,
        answer=answers and response.running,
        read=reads and response.state is ResponseState.ANSWERED,
        talk=talk and look.reader.id in managers(matter) and not _talked(response),
    )


def _talked(response: Response) -> bool:
    return bool(response.of_kind(StepKind.TALKED))


def _renewed(response: Response) -> bool:
    """Whether the answer that there is was returned."""
    return response.running


def _answered(matter: Matter, step: Step) -> Answered:
    return Answered(
        by=matter.name(step.person_id),
        at=step.at,
        said=tuple((ask, words) for ask, words in _said(matter, step).items() if words),
    )


def _said(matter: Matter, step: Step) -> dict[str, str]:
    said = step.said
    gap = is_gap_answer(matter.terms.trigger)
    seen = "When supervision was or will be held" if gap else "When the child was seen"
    recorded = "Recorded in the case system" if said.get("recorded") == TICKED else "Not yet"
    return {
        "Is the child safe now?": SAFE.get(said.get("safe", ""), ""),
        seen: said.get("seen", ""),
        "What has been done": said.get("done", ""),
        "Who decided": said.get("decided", ""),
        "Paperwork": recorded,
    }


def _paste(matter: Matter, step: Step) -> str:
    response, day = matter.response, local_day(step.at)
    lines = {
        f"Immediate response {response.number}": matter.terms.title,
        "Raised": say_moment(response.raised_at or response.begun_at),
        "What was seen": response.facts,
        "Spoken to": response.spoken_to,
        "Answered": f"{say_moment(step.at)} {day.year} by {matter.name(step.person_id)}",
        **_said(matter, step),
        "Looked at more widely": "; ".join(wider(step.said, matter.terms.widens)),
    }
    return text_to_paste(lines)


def _wide(step: Step) -> str:
    return step.said.get("wider", "")


async def _others(look: Look, matter: Matter) -> tuple[str, ...]:
    """The worker's other open records, where somebody looks more widely."""
    worker = matter.case.worker
    every = (await look.uow.cases.all()).values()
    theirs = [c.ref for c in every if c.worker == worker and c.open and c.ref != matter.case.ref]
    return tuple(sorted(theirs)) if worker else ()
