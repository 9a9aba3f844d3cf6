"""start: one's audit, where the newest card in the chat does not say which."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.duties import Duty
from usecases.audits.allocating import ANSWER_ALLOCATION, SUBMIT_ASSESSMENT
from usecases.pressing import Press, press
from usecases.showing import look_at

NONE = "No audit is waiting for you, so nothing was started. Type my work."
SEVERAL = "Several audits are waiting. Which one? Press its line, or type its number."


@command(pattern=r"^(?:start|start now|carry on|continue)$")
async def start(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The only one is started or carried on with; of several, nothing is guessed."""
    open_ones = [
        duty
        for duty in await heard.uow.duties.open_of(heard.actor.id)
        if duty.kind in {ANSWER_ALLOCATION, SUBMIT_ASSESSMENT}
    ]
    if not open_ones:
        return Reply(line=NONE)
    if len(open_ones) > 1:
        return Reply(line=SEVERAL, card=await look_at("my_work", heard.look(heard.me)))
    return await _start(heard, open_ones[0])


async def _start(heard: Heard, duty: Duty) -> Reply:
    seat = await heard.uow.audits.seat(duty.subject.number)
    if seat is None:
        return Reply(line=NONE)
    what = Press(verb="start_audit", ref=str(duty.subject), version=seat.version)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line)
