"""who can be reached: whom nothing reaches, and how that is put right."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.people.show_reachability import ALL
from usecases.showing import look_at


@command("who can be reached", "reachability", "who can you reach", "who can't be reached")
async def reachability(heard: Heard, _: tuple[str, ...]) -> Reply:
    """For those who run cycles."""
    card = await look_at("reachability", heard.look(ALL))
    return Reply(card=card) if card else Reply(line="That is for those who run the audits.")
