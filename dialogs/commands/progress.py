"""progress: how far the newest cycle of each programme has come, for coordinators."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.refs import Ref
from usecases.showing import look_at, tell

VIEW = "cycle_progress"
NOT_FOR_YOU = (
    "How far a whole cycle has come is shown to those who run the audits. "
    "Type my work for yours, or where am I for the form that is open."
)
NONE_YET = "No cycle has been opened yet, so there is no progress to show."


@command("progress", "cycle progress", "show progress", "progress of cycles")
async def progress(heard: Heard, _: tuple[str, ...]) -> Reply:
    """One cycle as the answer; of several programmes, a card for each below in the chat."""
    if not heard.council.coordinates(heard.actor):
        return Reply(line=NOT_FOR_YOU)
    cycles = await _newest(heard)
    if not cycles:
        return Reply(line=NONE_YET)
    if len(cycles) == 1:
        return Reply(card=await look_at(VIEW, heard.look(cycles[0])))
    for cycle in cycles:
        await tell(heard.uow, VIEW, cycle, heard.actor.id, now=heard.now)
    return Reply(line=f"Here is the newest cycle of each of the {len(cycles)} kinds of audit.")


async def _newest(heard: Heard) -> list[Ref]:
    """The newest cycle of each programme that has one, in the framework's order."""
    found = [
        (await heard.uow.audits.cycles(programme))[:1]
        for programme in heard.council.framework.programmes
    ]
    return [Ref("cycle", str(cycle.id)) for newest in found for cycle in newest]
