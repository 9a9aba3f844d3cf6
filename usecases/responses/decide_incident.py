"""After a serious incident: whom to notify, how to learn, the rapid review (SOM-44 to SOM-46)."""

from __future__ import annotations

from datetime import date

from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.frameworks.sections import Days, Incident
from domain.responses.response import ResponseState, Step, StepKind
from domain.responses.rules import stage
from domain.responses.times import day_due
from usecases.asking import Answer, Ask, verb
from usecases.responses.deciders import next_reminder, tell_of_review
from usecases.responses.matter import Matter, changed_refs, matter_of
from usecases.responses.telling import ANSWER

VIEW = "serious_incident"
CLOSED = "This is closed, so nothing was changed. You can still read it."


@verb(subject="incident", past="decided whom to notify")
async def decide_incident(ask: Ask) -> Answer:
    """Keep the decision with its reason and day; a notification starts the rapid review."""
    matter = await _open(ask)
    rule = _stage(matter, "decision", matter.response.rule)
    way = _way(ask, rule, "decision")
    reason = accept_words("reason", ask.typed("reason"))
    if not reason:
        raise Fault("Please give the reason. Nothing was kept.", field="reason")
    on = _day(ask, "decided_on")
    matter = await _note(
        ask, matter, StepKind.DECIDED, {"way": way, "reason": reason, "on": on.isoformat()}
    )
    review = stage(matter.council.framework, "review", way)
    within = review.within if review else None
    due = day_due(within, on, ask.council.calendar) if isinstance(within, Days) else None
    matter = await matter.save(state=ResponseState.ANSWERED, review_due=due, rung=0)
    matter = await matter.save(next_at=next_reminder(matter.response, ask.now))
    matter = await tell_of_review(matter, way)
    await ask.uow.duties.close(matter.response.ref, DutyState.DONE, ask.now, kinds=(ANSWER,))
    said = f" The rapid review is due by {say_day(due)}." if due else ""
    return await _answer(ask, matter, "decide_incident", f"Kept: {way}.{said}")


@verb(subject="agreement", past="agreed with the decision")
async def agree_incident(ask: Ask) -> Answer:
    """The second word on the decision (SOM-44)."""
    matter = await _open(ask)
    if matter.response.last(StepKind.DECIDED) is None:
        raise Fault("Nothing is decided yet, so there is nothing to agree with.")
    matter = await _note(ask, matter, StepKind.AGREED, {})
    return await _answer(ask, matter, "agree_incident", "Thank you. Your word is kept.")


@verb(subject="incident", past="chose the way to learn")
async def choose_learning(ask: Ask) -> Answer:
    """One of the council's ways (SOM-46)."""
    matter = await _open(ask)
    way = _way(ask, _stage(matter, "learning", matter.response.rule), "learning")
    matter = await _note(ask, matter, StepKind.LEARNING, {"way": way})
    return await _answer(ask, matter, "choose_learning", f"Kept: {way}.")


@verb(subject="incident", past="noted the rapid review")
async def note_review(ask: Ask) -> Answer:
    """The review was held, recorded and submitted (SOM-45)."""
    matter = await _open(ask)
    if matter.response.review_due is None:
        raise Fault("No rapid review is due, so nothing was kept.")
    on = _day(ask, "reviewed_on")
    matter = await _note(ask, matter, StepKind.REVIEWED, {"on": on.isoformat()})
    matter = await matter.save(next_at=None)
    return await _answer(ask, matter, "note_review", f"Kept: submitted on {say_day(on)}.")


@verb(subject="incident", past="closed it")
async def close_incident(ask: Ask) -> Answer:
    """Everything that follows is noted; nobody is asked any more."""
    matter = await _open(ask)
    response = matter.response
    decides = stage(matter.council.framework, "decision", response.rule)
    if decides and not (response.last(StepKind.DECIDED) and response.last(StepKind.AGREED)):
        raise Fault("The decision is not made and agreed yet, so this stays open.")
    if response.review_due and not response.last(StepKind.REVIEWED):
        raise Fault("The rapid review is not noted yet, so this stays open.")
    matter = await _note(ask, matter, StepKind.CLOSED, {})
    matter = await matter.save(state=ResponseState.CLOSED, next_at=None)
    await ask.uow.duties.close(response.ref, DutyState.DONE, ask.now, kinds=(ANSWER,))
    return await _answer(ask, matter, "close_incident", f"{response.number} is closed.")


async def _open(ask: Ask) -> Matter:
    response = await ask.uow.responses.get(ask.ref.number)
    matter = await matter_of(ask.uow, ask.council, response, ask.now)
    if matter.response.state is ResponseState.CLOSED:
        raise Fault(CLOSED)
    return matter


def _stage(matter: Matter, name: str, before: str) -> Incident:
    rule = stage(matter.council.framework, name, before)
    if rule is None:
        raise NotFoundFault
    return rule


def _way(ask: Ask, rule: Incident, field: str) -> str:
    """The council's own words for what was chosen; raises Fault where there is no such choice."""
    place = ask.typed(field)
    known = {str(number): way for number, way in enumerate(rule.ways)}
    if place not in known:
        raise Fault("Please choose one of them. Nothing was kept.", field=field)
    return known[place]


def _day(ask: Ask, field: str) -> date:
    if not ask.typed(field):
        return ask.today
    try:
        day = date.fromisoformat(ask.typed(field))
    except ValueError as error:
        raise Fault("I cannot read that day, so nothing was kept.", field=field) from error
    if day > ask.today:
        raise Fault(f"{say_day(day)} is still to come, so nothing was kept.", field=field)
    return day


async def _note(ask: Ask, matter: Matter, kind: StepKind, said: dict[str, str]) -> Matter:
    step = Step(kind=kind, person_id=ask.actor.id, at=ask.now, once=str(kind), said=said)
    noted, new = await ask.uow.responses.note(matter.response, [step])
    if not new:
        raise Fault("This is noted already, so nothing was changed.")
    return matter.with_(noted)


async def _answer(ask: Ask, matter: Matter, action: str, line: str) -> Answer:
    await matter.record(action, actor=ask.actor.id)
    about = matter.response.ref
    return Answer(view=VIEW, about=about, changed=changed_refs(matter.response), line=line)
