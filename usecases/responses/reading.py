"""The raiser reads the answer, and closes it or returns it with words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.audits.grading import accept_words
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import DutyState, NewDuty
from domain.faults import Fault, NotFoundFault
from domain.refs import Ref
from domain.responses.response import (
    Part,
    Response,
    ResponseState,
    Step,
    StepKind,
)
from domain.responses.times import due_at
from usecases.asking import Answer, Ask, verb
from usecases.responses.matter import Matter, changed_refs, matter_of, view_of
from usecases.responses.talking import TALK, first_asking, talk_ref
from usecases.responses.telling import READ, tell_them

READ_WITHIN = timedelta(days=1)


def raised_ref(response: Response) -> Ref:
    """What whoever raised it closes or returns."""
    return Ref("raised", str(response.id))


async def owe_reading(matter: Matter) -> None:
    """The raiser has something to read."""
    due = end_of_day(local_day(matter.now) + READ_WITHIN)
    holder = matter.response.raised_by
    duty = NewDuty(kind=READ, subject=raised_ref(matter.response), holder=holder, due_at=due)
    await matter.uow.duties.open(duty, matter.now)


async def _answered(ask: Ask) -> Matter:
    response = await ask.uow.responses.get(ask.ref.number)
    if response is None:
        raise NotFoundFault
    if response.state is not ResponseState.ANSWERED:
        raise Fault("There is no answer to read just now, so nothing was changed.")
    return await matter_of(ask.uow, ask.council, response, ask.now)


@verb(subject="raised", past="closed it")
async def close_response(ask: Ask) -> Answer:
    """It is answered well; what is left is the talk in supervision."""
    matter = await _answered(ask)
    matter = await _note(ask, matter, StepKind.CLOSED, {})
    matter = await matter.save(state=ResponseState.CLOSED, next_at=first_asking(matter))
    await _read(ask, matter)
    await matter.record("close_response", actor=ask.actor.id)
    return _answer(matter, f"{matter.response.number} is closed. Thank you for raising it.")


@verb(subject="raised", past="returned it")
async def return_response(ask: Ask) -> Answer:
    """Back to whoever answered, with words; a deadline that is past begins anew."""
    matter = await _answered(ask)
    words = accept_words("reason", ask.typed("reason"), said="reason")
    if not words:
        raise Fault("Please say what is missing. Nothing was returned.", field="reason")
    matter = await _note(ask, matter, StepKind.RETURNED, {"reason": words})
    due = matter.response.due_at
    if due and due <= ask.now:
        due = due_at(matter.terms.within, ask.now, ask.council.calendar)
    back = await matter.save(
        state=ResponseState.OPEN,
        round=matter.response.round + 1,
        since=ask.now,
        rung=0,
        due_at=due,
        overdue_at=None,
    )
    await _read(ask, back)
    on_it = back.response.people(Part.ANSWERS)
    occasion = f"returned/{back.response.round}"
    told = await tell_them(back, on_it, Part.ANSWERS, StepKind.TOLD, occasion)
    await told.record("return_response", actor=ask.actor.id)
    return _answer(told, f"{told.response.number} is back with whoever answered it.")


@verb(subject="response_talk", past="talked about it")
async def confirm_response_talk(ask: Ask) -> Answer:
    """Talked about in supervision (SEF-09)."""
    response = await ask.uow.responses.get(ask.ref.number)
    matter = await matter_of(ask.uow, ask.council, response, ask.now)
    if matter.response.of_kind(StepKind.TALKED):
        raise Fault("This is noted already, so nothing was changed.")
    matter = await _note(ask, matter, StepKind.TALKED, {})
    matter = await matter.save(next_at=None)
    about = talk_ref(matter.response)
    await ask.uow.duties.close(about, DutyState.DONE, ask.now, kinds=(TALK,))
    await matter.record("confirm_response_talk", actor=ask.actor.id)
    return _answer(matter, "Thank you. It is noted that you talked about it.")


async def _note(ask: Ask, matter: Matter, kind: StepKind, said: dict[str, str]) -> Matter:
    number = matter.response.round
    step = Step(
        kind=kind,
        person_id=ask.actor.id,
        at=ask.now,
        once=f"{kind}/{number}",
        round=number,
        said=said,
    )
    noted, new = await ask.uow.responses.note(matter.response, [step])
    if not new:
        raise Fault("This was done already, so nothing was changed.")
    return replace(matter, response=noted)


async def _read(ask: Ask, matter: Matter) -> None:
    about = raised_ref(matter.response)
    await ask.uow.duties.close(about, DutyState.DONE, ask.now, kinds=(READ,))


def _answer(matter: Matter, line: str) -> Answer:
    view, about = view_of(matter.response), matter.response.ref
    return Answer(view=view, about=about, changed=changed_refs(matter.response), line=line)
