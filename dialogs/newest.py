"""The newest cycle of each programme, as those who run them ask for it."""

from __future__ import annotations

from dialogs.heard import Heard, Reply
from domain.refs import Ref
from usecases.showing import look_at, tell


async def show_newest(heard: Heard, view: str, *, none_yet: str) -> Reply:
    """One cycle as the answer; of several programmes, a card for each below in the chat."""
    cycles = await _newest(heard)
    if not cycles:
        return Reply(line=none_yet)
    if len(cycles) == 1:
        return Reply(card=await look_at(view, heard.look(cycles[0])))
    for cycle in cycles:
        await tell(heard.uow, view, cycle, heard.actor.id, now=heard.now)
    return Reply(line=f"Here is the newest cycle of each of the {len(cycles)} kinds of audit.")


async def _newest(heard: Heard) -> list[Ref]:
    """In the framework's order; a programme that was never opened has none."""
    found = [
        (await heard.uow.audits.cycles(programme))[:1]
        for programme in heard.council.framework.programmes
    ]
    return [Ref("cycle", str(cycle.id)) for newest in found for cycle in newest]
