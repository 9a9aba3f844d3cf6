"""cancel: asks first; close: puts the form away and keeps the draft."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.open_form import open_form


@command("cancel", "stop", "quit", "exit")
async def cancel(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Ask before the form is put away."""
    form = await open_form(heard)
    if form is None:
        return Reply(line="No form is open, so there is nothing to cancel. Type help for more.")
    return Reply(
        line=f"{form.progress} Your draft is saved and stays. Type close to put the form away, "
        "or carry on where you were."
    )


@command("close", "close form")
async def close(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Words that are typed from now on go to no form."""
    await heard.uow.focuses.clear(heard.actor.id)
    return Reply(line="Closed. Your draft is kept: type my work to carry on.")
