"""What somebody asked about a duty, for those who answer it and for whoever asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from cards.agenda.duty_ask import DutyAskCard
from domain.agenda.ask import AskKind, AskState, DutyAsk
from domain.calendar.wording import say_day
from domain.calendar.working_days import local_day
from domain.duties import Duty, DutyState
from usecases.agenda.deciders import may_decide
from usecases.agenda.handing_over import hands_of
from usecases.people.duties import describe
from usecases.showing import Look, shows

MOST_CHOICES = 60

SAID: Final[Mapping[AskState, Literal["waiting", "agreed", "refused"]]] = {
    AskState.WAITING: "waiting",
    AskState.AGREED: "agreed",
    AskState.REFUSED: "refused",
}


@shows("duty_ask")
async def show_duty_ask(look: Look) -> DutyAskCard | None:
    """None for anybody else, and where the subject of the duty is gone."""
    asked = await look.uow.duty_asks.get(look.about.number)
    duty = await look.uow.duties.get(asked.duty_id) if asked else None
    person = await look.uow.people.get(asked.asked_by) if asked else None
    if asked is None or duty is None or person is None:
        return None
    decides = await may_decide(look.uow, look.council, look.reader, person, look.now)
    found = await describe(look.uow, look.council, duty)
    if found is None or not (decides or look.reader.id == asked.asked_by):
        return None
    return DutyAskCard(
        ref=asked.ref,
        version=asked.version,
        who=person.name,
        what=found.text,
        detail=found.detail,
        due=local_day(duty.due_at),
        until=asked.until,
        decides=decides,
        state=_state(asked, duty),
        outcome=await _outcome(look, asked, duty),
        choices=await _choices(look, asked, duty) if decides else (),
        notice=look.notice or None,
        field=look.field,
    )


def _state(asked: DutyAsk, duty: Duty) -> Literal["waiting", "agreed", "refused", "over"]:
    if asked.waits and duty.state is not DutyState.OPEN:
        return "over"
    return SAID[asked.state]


async def _outcome(look: Look, asked: DutyAsk, duty: Duty) -> str:
    if asked.waits:
        return "" if duty.state is DutyState.OPEN else "It was done meanwhile"
    by = await look.uow.people.get(asked.decided_by) if asked.decided_by else None
    who = by.name if by else "Nobody"
    if asked.state is AskState.REFUSED:
        return f"{who} says that it stays as it is"
    taker = await look.uow.people.get(asked.taker) if asked.taker else None
    if taker:
        return f"{who} gave it to {taker.name}"
    until = say_day(asked.until) if asked.until else ""
    return f"{who} agreed to {until}"


async def _choices(look: Look, asked: DutyAsk, duty: Duty) -> tuple[tuple[str, str], ...]:
    hands = hands_of(duty.kind)
    if asked.kind is not AskKind.HAND_OVER or hands is None or duty.state is not DutyState.OPEN:
        return ()
    able = await hands.candidates(look.uow, look.council, duty, look.today)
    others = [one for one in able if one.id != asked.asked_by]
    return tuple((one.id, look.council.describe(one)) for one in others[:MOST_CHOICES])
