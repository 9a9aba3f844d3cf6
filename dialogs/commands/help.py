"""help: everything that can be typed."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.showing import look_at


@command("help", "menu", "commands", "what can you do", "?", "info")
async def show_help(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The list of commands."""
    return Reply(card=await look_at("help", heard.look(heard.me)))
