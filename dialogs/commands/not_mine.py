"""not mine 2: whoever answers for it decides who has it."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.pointing import duties_named
from usecases.pressing import Press, press
from usecases.showing import look_at


@command("not mine", "this is not mine")
async def not_mine(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The form, or at once where only one thing waits."""
    return await say_not_mine(heard, "")


@command(pattern=r"^(?:this is |that is |that's )?not mine[:,]? (\S.{0,60})$")
async def not_mine_that(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """``not mine 2``, ``not mine C-23087``."""
    return await say_not_mine(heard, groups[0])


async def say_not_mine(heard: Heard, which: str) -> Reply:
    """Press what was typed; the form where it does not say which one."""
    found = await duties_named(heard, which)
    if len(found) != 1:
        why = "Several could be meant" if found else "I do not find that in your work"
        card = await look_at("duty_later", heard.look(heard.me))
        return Reply(line=f"{why}, so nothing was changed. Please choose.", card=card)
    inputs = {"duty": str(found[0].id)}
    what = Press(verb="not_mine", ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line, card=None if outcome.done else outcome.card)
