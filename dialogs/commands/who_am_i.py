"""who am I: what the staff list says."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.showing import look_at


@command("who am i", "whoami", "me", "my details", "my role", "my roles")
async def who_am_i(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Name, roles, team, line manager."""
    return Reply(card=await look_at("who_am_i", heard.look(heard.me)))
