"""my team: who is behind, by person."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.showing import look_at


@command("my team", "team", "who is behind")
async def my_team(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Everybody whom the person manages and who holds something."""
    return Reply(card=await look_at("my_team", heard.look(heard.me)))
