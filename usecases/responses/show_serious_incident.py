"""A serious incident, for its parties and nobody else."""

from __future__ import annotations

from datetime import date

from cards.responses.serious_incident import Decision, Mine, SeriousIncident, State
from domain.calendar.wording import say_day, say_when
from domain.delivery.message import Doubt, Lane
from domain.responses.response import Part, Response, ResponseState, Sort, StepKind
from domain.responses.rules import stage
from usecases.responses.matter import Matter
from usecases.responses.show_immediate_response import countdown, events, shown_matter, waits
from usecases.responses.standing import covered_by
from usecases.showing import Look, shows

STATES: dict[ResponseState, State] = {
    ResponseState.OPEN: "Urgent",
    ResponseState.ACKNOWLEDGED: "Told",
    ResponseState.ANSWERED: "Decided",
    ResponseState.CLOSED: "Closed",
}


@shows("serious_incident", lane=Lane.URGENT, doubt=Doubt.SEND_AGAIN)
async def show_serious_incident(look: Look) -> SeriousIncident | None:
    """Who was told, what was decided, what follows; None for a stranger."""
    matter = await shown_matter(look)
    if matter is None or matter.response.sort is not Sort.INCIDENT:
        return None
    response = matter.response
    raised = say_when(response.raised_at or response.begun_at, look.today)
    address = await look.uow.addresses.of(look.reader.id)
    reviewed = response.last(StepKind.REVIEWED)
    learned = response.last(StepKind.LEARNING)
    due = response.review_due
    open_and_late = response.overdue and response.state is ResponseState.OPEN
    return SeriousIncident(
        ref=look.about,
        version=1,
        number=response.number,
        case=response.case_ref,
        state="Overdue" if open_and_late else STATES[response.state],
        concern=matter.terms.title,
        raised=f"{raised} by {matter.name(response.raised_by)}",
        today=look.today,
        facts=response.facts,
        told=tuple(_told(matter)),
        countdown=countdown(response, look.now),
        repeat=look.repeat,
        decision=_decision(matter),
        learning=learned.said["way"] if learned else "",
        review_due=due,
        days_left=(due - look.today).days if due else 0,
        reviewed=say_day(date.fromisoformat(reviewed.said["on"])) if reviewed else "",
        waits=waits(matter) if response.state is ResponseState.OPEN else "",
        events=await events(matter),
        mine=await _mine(look, matter),
        reader=address.teams_user_id if address else "",
        notice=look.notice or None,
        field=look.field,
    )


def _told(matter: Matter) -> list[str]:
    """Who must be told, and since when each has said that they have it."""
    response, today = matter.response, matter.reach.today
    said = response.of_kind(StepKind.ACKNOWLEDGED)
    since = {step.said.get("for") or step.person_id: step.at for step in said}
    return [
        f"{matter.name(each)}: {say_when(since[each], today) if each in since else 'not yet'}"
        for each in response.people(Part.ANSWERS)
    ]


def _decision(matter: Matter) -> Decision | None:
    made = matter.response.last(StepKind.DECIDED)
    agreed = matter.response.last(StepKind.AGREED)
    if made is None:
        return None
    return Decision(
        way=made.said["way"],
        reason=made.said["reason"],
        on=date.fromisoformat(made.said["on"]),
        by=matter.name(made.person_id),
        agreed=matter.name(agreed.person_id) if agreed else "",
    )


async def _mine(look: Look, matter: Matter) -> Mine:
    response = matter.response
    if response.state is ResponseState.CLOSED:
        return Mine()
    ids = await covered_by(look.uow, look.reader, response, look.today)
    parts = response.parts_of(ids)
    framework = look.council.framework
    decision = stage(framework, "decision", response.rule)
    learning = stage(framework, "learning", response.rule)
    decides = (Part.DECIDES if decision else Part.ANSWERS) in parts
    made = response.last(StepKind.DECIDED)
    waits_for = bool(set(response.waits_for) & ids)
    return Mine(
        acknowledge=waits_for and response.running,
        decide=decision.ways if decision and decides and not made else (),
        agree=Part.AGREES in parts and bool(made) and not response.last(StepKind.AGREED),
        learn=_still(learning.ways if learning and decides else (), response, StepKind.LEARNING),
        review=decides and bool(response.review_due) and not response.last(StepKind.REVIEWED),
        close=decides and _may_close(response, asked=decision is not None),
    )


def _still(ways: tuple[str, ...], response: Response, kind: StepKind) -> tuple[str, ...]:
    return () if response.last(kind) else ways


def _may_close(response: Response, *, asked: bool) -> bool:
    settled = response.last(StepKind.AGREED) if asked else response.last(StepKind.ACKNOWLEDGED)
    return bool(settled) and not (response.review_due and not response.last(StepKind.REVIEWED))
