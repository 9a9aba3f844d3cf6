"""event: report what happened to a record."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.showing import look_at

NONE_HERE = "This council's framework opens no audit after an event, so there is none to report."


@command("event", "report event", "something happened")
async def event(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The form with the events that the framework waits for."""
    card = await look_at("event_report", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NONE_HERE)
