"""The ledger in the chat, for everybody in the story; that it was asked for is in the trail."""

from __future__ import annotations

from datetime import datetime

from cards.responses.response_ledger import Had, ResponseLedger
from domain.calendar.wording import say_when
from domain.calendar.working_days import local_day
from domain.delivery.message import Doubt
from domain.refs import Ref
from domain.responses.response import Response
from usecases.asking import Answer, Ask, verb
from usecases.responses.ledger import TIMES, Json, proof_of
from usecases.responses.matter import matter_of, view_of
from usecases.responses.show_immediate_response import shown_matter
from usecases.showing import Look, shows, tell

VIEW = "response_ledger"
SAYS = {"accepted": "accepted by Teams"}
MOMENTS = (("Raised", "raised_at"), ("Due", "due_at"), ("Overdue since", "overdue_at"))


def ledger_ref(response: Response) -> Ref:
    """What the card is about: not the response, whose ledger counts its own cards."""
    return Ref("ledger", str(response.id))


@verb(subject="response", past="looked at the ledger")
async def show_ledger(ask: Ask) -> Answer:
    """Post the ledger below, as it is now."""
    response = await ask.uow.responses.get(ask.ref.number)
    matter = await matter_of(ask.uow, ask.council, response, ask.now)
    await tell(ask.uow, VIEW, ledger_ref(matter.response), ask.actor.id, now=ask.now)
    await matter.record("export_ledger", actor=ask.actor.id)
    line = f"Here is the ledger of {matter.response.number}."
    return Answer(view=view_of(matter.response), about=ask.ref, line=line)


@shows(VIEW, doubt=Doubt.LET_BE)
async def show_response_ledger(look: Look) -> ResponseLedger | None:
    """Everybody with their times; None for whoever is no party to it."""
    matter = await shown_matter(look)
    if matter is None:
        return None
    found = await proof_of(matter)
    first = [(name.capitalize(), found["first"][name]) for name in ("acknowledged", "answered")]
    every = [(name, found[key]) for name, key in MOMENTS] + [*first, ("Closed", _closed(found))]
    return ResponseLedger(
        ref=look.about,
        version=1,
        number=matter.response.number,
        case=matter.response.case_ref,
        state=str(matter.response.state).capitalize(),
        moments=tuple((name, _said(at, look)) for name, at in every if at),
        people=tuple(Had(name=one["name"], times=_times(one, look)) for one in found["people"]),
        holds=found["trail_holds"],
        notice=look.notice or None,
    )


def _closed(found: Json) -> str | None:
    closed: str | None = found["first"]["closed"]
    return closed


def _times(one: Json, look: Look) -> tuple[str, ...]:
    return tuple(f"{SAYS.get(key, key)} {_said(one[key], look)}" for key in TIMES if one[key])


def _said(at: str, look: Look) -> str:
    """``15:14``, with the day where that is not today."""
    moment = datetime.fromisoformat(at)
    said = say_when(moment, look.today)
    return said if local_day(moment).year == look.today.year else f"{said} {moment.year}"
