"""my work: what is waiting."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.showing import look_at


@command("my work", "work", "what is due", "audits", "audit", "todo", "to do", "list", "tasks")
async def my_work(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The list of open duties."""
    return Reply(card=await look_at("my_work", heard.look(heard.me)))
