"""One's duties, to put one off or to say that it is not one's own."""

from __future__ import annotations

from datetime import date

from cards.agenda.duty_later import DutyLater, LaterLine
from domain.agenda.ask import AskKind, DutyAsk
from domain.calendar.wording import say_day, say_list
from domain.calendar.working_days import local_day
from domain.duties import Duty
from domain.refs import Ref
from usecases.agenda.deciders import deciders
from usecases.asking import Answer, Ask, verb
from usecases.people.duties import describe, has_own_pace
from usecases.showing import Look, shows


@shows("duty_later")
async def show_duty_later(look: Look) -> DutyLater:
    """What can wait; what is urgent is not in it."""
    asked = {one.duty_id: one for one in await look.uow.duty_asks.waiting_of(look.reader.id)}
    snoozes = await look.uow.duty_asks.snoozes()
    who = await deciders(look.uow, look.council, look.reader, look.now)
    manager = say_list([one.name for one in who], "or") if len(who) < 3 else ""
    lines = [
        await _line(look, duty, snoozes.get(duty.id), _said(asked.get(duty.id), manager))
        for duty in await look.uow.duties.open_of(look.reader.id)
        if not has_own_pace(duty.kind)
    ]
    return DutyLater(
        ref=Ref("person", look.reader.id),
        version=1,
        today=look.today,
        lines=tuple(line for line in lines if line),
        manager=manager,
        chosen=look.typed.get("duty", ""),
        until=_iso(look.typed.get("until", "")),
        notice=look.notice or None,
        field=look.field,
    )


async def _line(look: Look, duty: Duty, until: date | None, asked: str) -> LaterLine | None:
    found = await describe(look.uow, look.council, duty)
    if found is None:
        return None
    return LaterLine(
        key=str(duty.id),
        text=found.text,
        due=local_day(duty.due_at),
        snoozed_until=until if until and until > look.today else None,
        asked=asked,
    )


def _said(asked: DutyAsk | None, manager: str) -> str:
    if asked is None:
        return ""
    whose = manager or "Your manager"
    if asked.kind is AskKind.HAND_OVER or asked.until is None:
        return f"{whose} decides who has it"
    return f"{whose} decides about {say_day(asked.until)}"


def _iso(typed: str) -> str:
    """A day of the card's own field; what was typed in words is not put back into it."""
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return ""


@verb(subject="person")
async def open_later(ask: Ask) -> Answer:
    """The form in place of the pressed card."""
    return Answer(view="duty_later", about=ask.ref)
