"""ledger IR-41: who had it when, for everybody in its story."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.pressing import Press, press


@command(pattern=r"^(?:show )?(?:the )?ledger (?:of |for )?(?:ir|cs|si)-?(\d{1,15})$")
async def ledger(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The ledger below in the chat."""
    what = Press(verb="show_ledger", ref=f"response-{int(groups[0])}", version=1)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line)
