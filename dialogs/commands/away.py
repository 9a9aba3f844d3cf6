"""away 3-14 Aug, Ivy covers; away until Friday; back today."""

from __future__ import annotations

from dialogs.away import read_away
from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.nominations.naming import whom
from domain.people.person import Person
from usecases.pressing import Press, press
from usecases.showing import look_at

HOW = "Please say the days, such as away 3-14 August, Ivy covers. Nothing was changed."


@command("away", "my leave", "leave", "holiday", "annual leave")
async def away(heard: Heard, _: tuple[str, ...]) -> Reply:
    """One's leave, with the form for more."""
    return Reply(card=await look_at("my_leave", heard.look(heard.me)))


@command(
    pattern=r"^(?:i am |i'm |im |i will be |i'll be )?(?:away|on leave|on holiday|on annual leave)"
    r"[ :,]+(\S.{0,120})$"
)
async def away_then(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The days and the cover in one line."""
    said = read_away(groups[0], local_day(heard.now))
    if said.span is None:
        return Reply(line=HOW)
    cover = ""
    if said.cover:
        found = await _who(heard, said.cover)
        if isinstance(found, Reply):
            return found
        cover = found.id
    inputs = {
        "first": said.span.first.isoformat(),
        "last": said.span.last.isoformat(),
        "cover": cover,
    }
    return await _press(heard, "keep_leave", inputs)


@command(
    "back today",
    "i am back",
    "i'm back",
    "back from leave",
    "back at work",
    "back from holiday",
)
async def back_today(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Today's leave ends."""
    return await _press(heard, "back_today", {})


async def _press(heard: Heard, verb: str, inputs: dict[str, str]) -> Reply:
    what = Press(verb=verb, ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line="" if outcome.done else outcome.line, card=outcome.card)


async def _who(heard: Heard, name: str) -> Person | Reply:
    """The colleague who is meant; a line where that is not clear."""
    today = local_day(heard.now)
    people = (await heard.uow.people.all()).values()
    here = [one for one in people if one.here_on(today) and one.id != heard.actor.id]
    meant = whom(name, here)
    if meant.one:
        return meant.one
    near = say_list([one.name for one in meant.to_choose], "or")
    hint = f" Did you mean {near}?" if near else ""
    return Reply(line=f"I do not know who covers, so nothing was changed.{hint}")
