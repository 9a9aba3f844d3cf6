"""cycle: the board of the newest cycle of each programme, for those who run them."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.newest import show_newest

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
    return await show_newest(heard, VIEW, none_yet=NONE_YET)
