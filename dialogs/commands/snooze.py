"""snooze 2 until Friday: no reminder before that day."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.pointing import duties_named
from usecases.pressing import Press, press
from usecases.showing import look_at


@command("snooze", "later", "remind me later")
async def snooze(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The form."""
    return Reply(card=await look_at("duty_later", heard.look(heard.me)))


@command(pattern=r"^(?:snooze|put off|postpone)(?: (.{1,60}?))? (?:until|till|to) (.{1,30})$")
async def snooze_until(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """``snooze 2 until Friday``, ``snooze C-23087 until 14 December``."""
    return await put_off(heard, groups[0] or "", groups[1])


@command(pattern=r"^snooze (\d{1,2}|c-\S{1,20})$")
async def snooze_which(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """Which one is said, and not until when: the form asks."""
    return await put_off(heard, groups[0], "")


@command(
    pattern=r"^remind me (?:again )?(on .{1,20}|tomorrow|next .{1,20})(?: (?:about|of) (.+))?$"
)
async def remind_me(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """``remind me on Friday about 2``."""
    return await put_off(heard, groups[1] or "", groups[0])


async def put_off(heard: Heard, which: str, until: str) -> Reply:
    """Press what was typed; the form where it does not say which one, or until when."""
    found = await duties_named(heard, which)
    if len(found) != 1:
        why = "Several could be meant" if found else "I do not find that in your work"
        card = await look_at("duty_later", heard.look(heard.me))
        return Reply(line=f"{why}, so nothing was put off. Please choose.", card=card)
    inputs = {"duty": str(found[0].id), "until": until}
    what = Press(verb="put_off", ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line, card=None if outcome.done else outcome.card)
