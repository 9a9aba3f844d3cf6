"""cycle: the board of the newest cycle of each programme, for those who run them."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.refs import Ref
from usecases.showing import look_at, tell

VIEW = "cycle_board"
NOT_FOR_YOU = (
    "A whole cycle is shown to those who run the audits. "
    "Type my work for yours, or where am I for the form that is open."
)
NONE_YET = "No cycle has been opened yet. A draw comes here when its day is near."


@command("cycle", "cycles", "show cycle", "the cycle")
async def cycle(heard: Heard, _: tuple[str, ...]) -> Reply:
    """One board as the answer; of several programmes, a card for each below in the chat."""
    if not heard.council.coordinates(heard.actor):
        return Reply(line=NOT_FOR_YOU)
    found = [await heard.uow.audits.cycles(key) for key in heard.council.framework.programmes]
    newest = [Ref("cycle", str(cycles[0].id)) for cycles in found if cycles]
    if not newest:
        return Reply(line=NONE_YET)
    if len(newest) == 1:
        return Reply(card=await look_at(VIEW, heard.look(newest[0])))
    for about in newest:
        await tell(heard.uow, VIEW, about, heard.actor.id, now=heard.now)
    return Reply(line=f"Here is the newest cycle of each of the {len(newest)} kinds of audit.")
