"""progress: how far the newest cycle of each programme has come, for coordinators."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.newest import show_newest

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
    return await show_newest(heard, VIEW, none_yet=NONE_YET)
