"""raise, or raise C-24113: what cannot wait, at any moment; whatever was open waits."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.pressing import Press, press


@command(
    "raise",
    "child may be unsafe",
    "raise a concern",
    "immediate response",
    "serious incident",
    pattern=r"^(?:raise|unsafe)(?: (?:for |about )?([a-z]{1,4}[-_/]?\d[\w/-]{1,20}))?$",
)
async def raise_it(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The form, with the record that was named."""
    record = next((said for said in groups if said), "")
    inputs = {"record": record} if record else {}
    what = Press(verb="begin_response", ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line)
