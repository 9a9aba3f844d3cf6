"""where am I: which form is open, and how far one is."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.open_form import open_form
from dialogs.understanding import hint_after


@command("where am i", "where was i")
async def where_am_i(heard: Heard, _: tuple[str, ...]) -> Reply:
    """One line; the draft is not touched."""
    form = await open_form(heard)
    if form is None:
        return Reply(line="No form is open. Type my work to see what is waiting.")
    return Reply(line=f"{form.progress} {hint_after(form)}".strip())
