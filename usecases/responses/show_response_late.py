"""The watchdog's card: moot as soon as the alert moves again."""

from __future__ import annotations

from cards.responses.response_late import ResponseLate
from domain.calendar.wording import say_when
from domain.delivery.message import Doubt, Lane, MessageState
from domain.faults import NotFoundFault
from domain.responses.response import Part
from usecases.responses.matter import Matter, matter_of
from usecases.responses.watching import LATE_AFTER, VIEW, readable, who_can_act
from usecases.showing import Look, shows

ON_THE_WAY = frozenset({MessageState.WAITING, MessageState.SENDING})
WITH_THEM = MessageState.SENT


@shows(VIEW, lane=Lane.URGENT, doubt=Doubt.LET_BE)
async def show_response_late(look: Look) -> ResponseLate | None:
    """Which step is late and whose card is not with Teams; None once nothing is."""
    response = await readable(look.uow, look.about.number)
    if response is None:
        return _unreadable(look) if look.council.coordinates(look.reader) else None
    if not response.running:
        return None
    try:
        matter = await matter_of(look.uow, look.council, response, look.now)
    except NotFoundFault:
        return None
    if look.reader.id not in await who_can_act(matter):
        return None
    before = look.now - LATE_AFTER
    sendings = await look.uow.responses.sendings(response)
    stuck = [s for s in sendings if s.state in ON_THE_WAY and s.queued_at < before]
    step = response.next_at if response.next_at and response.next_at < before else None
    if step is None and not stuck:
        return None
    has_card = {s.person_id for s in sendings if s.state == WITH_THEM}
    return ResponseLate(
        ref=look.about,
        version=1,
        number=response.number,
        case=response.case_ref,
        step_due=say_when(step, look.today) if step else "",
        without=tuple(matter.name(each) for each in _missing(matter, has_card)),
        on_it=tuple(matter.name(each) for each in response.people(Part.ANSWERS)),
        notice=look.notice or None,
    )


def _unreadable(look: Look) -> ResponseLate:
    return ResponseLate(
        ref=look.about, version=1, number=f"response {look.about.key}", case="", on_it=()
    )


def _missing(matter: Matter, has_card: set[str]) -> list[str]:
    """Those who must answer and whose card Teams has not taken."""
    return [each for each in matter.response.people(Part.ANSWERS) if each not in has_card]
