"""who has left: what became of their work, and who takes it over."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.people.leavers import ALL, LEAVERS
from usecases.showing import look_at


@command("who has left", "who left", "leavers")
async def leavers(heard: Heard, _: tuple[str, ...]) -> Reply:
    """For those who run cycles."""
    card = await look_at(LEAVERS, heard.look(ALL))
    return Reply(card=card) if card else Reply(line="That is for those who run the audits.")
