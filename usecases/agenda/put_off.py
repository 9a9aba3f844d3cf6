"""Put the reminders of a duty off until a day: one's own word up to its day, a manager's after."""

from __future__ import annotations

from datetime import date, timedelta

from domain.agenda.ask import AskKind, NewAsk
from domain.calendar.spoken import spoken_day
from domain.calendar.wording import say_day, say_list
from domain.calendar.working_days import local_day
from domain.duties import Duty
from domain.faults import Fault
from domain.people.person import Person
from domain.refs import Ref
from usecases.agenda.deciders import deciders
from usecases.agenda.own_duty import own_duty
from usecases.asking import Answer, Ask, verb
from usecases.showing import tell

FURTHEST = timedelta(days=92)
WHEN = "Please choose a day after today, such as Friday or 14 December. Nothing was put off."


@verb(subject="person", past="put it off")
async def put_off(ask: Ask) -> Answer:
    """No reminder before that day; after its due day the manager is asked first."""
    duty, found = await own_duty(ask)
    until = _until(ask)
    if until <= local_day(duty.due_at):
        new = NewAsk(
            duty_id=duty.id,
            kind=AskKind.SNOOZE,
            asked_by=ask.actor.id,
            until=until,
            agreed=True,
        )
        await ask.uow.duty_asks.add(new, ask.now)
        await _record(ask, duty, until, "agreed")
        return _answer(ask, f"{found.text}: no reminder before {say_day(until)}.")
    asked = await _ask_above(ask, duty, until)
    who = say_list([one.name for one in asked], "or")
    due = say_day(local_day(duty.due_at))
    said = f"{found.text} is due on {due}, so I have asked {who} about {say_day(until)}."
    return _answer(ask, said)


async def _ask_above(ask: Ask, duty: Duty, until: date) -> list[Person]:
    people = await deciders(ask.uow, ask.council, ask.actor, ask.now)
    if not people:
        raise Fault("Nobody above you could agree to it, so nothing was put off.", field="until")
    new = NewAsk(duty_id=duty.id, kind=AskKind.SNOOZE, asked_by=ask.actor.id, until=until)
    kept = await ask.uow.duty_asks.add(new, ask.now)
    await _record(ask, duty, until, "waiting")
    for person in people:
        await tell(ask.uow, "duty_ask", kept.ref, person.id, now=ask.now, once="asked")
    return people


def _until(ask: Ask) -> date:
    day = spoken_day(ask.typed("until"), ask.today)
    if day is None or day <= ask.today:
        raise Fault(WHEN, field="until")
    if day > ask.today + FURTHEST:
        raise Fault(
            "That is more than three months away, so nothing was put off. Please ask your "
            "manager to extend it instead.",
            field="until",
        )
    return day


async def _record(ask: Ask, duty: Duty, until: date, state: str) -> None:
    details = {"until": until.isoformat(), "state": state}
    await ask.uow.trail.record(
        duty.ref, "put_off", actor=ask.actor.id, now=ask.now, details=details
    )


def _answer(ask: Ask, line: str) -> Answer:
    about = Ref("person", ask.actor.id)
    return Answer(view="duty_later", about=about, notice=line, line=line)
