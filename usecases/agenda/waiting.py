"""What somebody has done their part of, and whom it waits for."""

from __future__ import annotations

from cards.nudges.digest import WaitLine
from domain.actions.action import ActionState
from domain.agenda.ask import DutyAsk
from domain.alerts.alert import AlertState
from domain.calendar.wording import say_list
from domain.refs import Ref
from usecases.actions.around import signing_ref
from usecases.agenda.deciders import deciders
from usecases.people.duties import describe
from usecases.showing import Look


async def waiting_for_others(look: Look) -> tuple[WaitLine, ...]:
    """Actions to be signed off, alerts without a reply, questions that nobody has answered."""
    return (*await _actions(look), *await _alerts(look), *await _asks(look))


async def _actions(look: Look) -> list[WaitLine]:
    owned = await look.uow.actions.owned_by(look.reader.id)
    return [
        WaitLine(
            text=f"Sign-off of {action.label}",
            detail=await _holders(look, signing_ref(action)),
            verb="open_action",
            ref=action.ref,
            version=action.version,
        )
        for action in owned
        if action.state is ActionState.CLAIMED
    ]


async def _alerts(look: Look) -> list[WaitLine]:
    found = await look.uow.alerts.of_person(look.reader.id)
    return [
        WaitLine(text=f"A reply to {alert.number}", detail=await _holders(look, alert.ref))
        for alert in found
        if alert.raised_by == look.reader.id and alert.state is AlertState.WAITING
    ]


async def _asks(look: Look) -> list[WaitLine]:
    asked = await look.uow.duty_asks.waiting_of(look.reader.id)
    lines = [await _ask(look, one) for one in asked]
    return [line for line in lines if line]


async def _ask(look: Look, asked: DutyAsk) -> WaitLine | None:
    duty = await look.uow.duties.get(asked.duty_id)
    found = await describe(look.uow, look.council, duty) if duty else None
    if found is None:
        return None
    who = await deciders(look.uow, look.council, look.reader, look.now)
    names = say_list([one.name for one in who], "or")
    return WaitLine(text=found.text, detail=f"{names} decides" if names else "Not answered yet")


async def _holders(look: Look, about: Ref) -> str:
    """The names of those who have a duty about it."""
    people = await look.uow.people.all()
    duties = await look.uow.duties.of_subject(about)
    names = [people[duty.holder].name for duty in duties if duty.holder in people]
    return say_list(list(dict.fromkeys(names)), "or")
