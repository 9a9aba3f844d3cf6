"""open 3, or a record's reference: posts the card on which it is done."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.duties import Duty
from domain.refs import Ref
from usecases.people.duties import describe
from usecases.pressing import Press, press


@command(pattern=r"^(?:open\s+)?(\d{1,2})$")
async def open_line(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The line of that number in the list of one's work."""
    duties = await heard.uow.duties.open_of(heard.actor.id)
    number = int(groups[0])
    if not 1 <= number <= len(duties):
        lines = f"lines 1 to {len(duties)}" if duties else "no lines"
        return Reply(line=f"There is no line {number}: your work has {lines}. Type my work.")
    return await _open(heard, duties[number - 1])


@command(pattern=r"^(?:open\s+|audit\s+)?([a-z]{1,4}[-_/]?\d[\w/-]{1,20})$")
async def open_reference(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """One's own open part in the audit of a record, by the record's reference."""
    said = groups[0].casefold()
    for duty in await heard.uow.duties.open_of(heard.actor.id):
        found = await describe(heard.uow, heard.council, duty)
        if found and said in found.text.casefold().split():
            return await _open(heard, duty)
    return Reply(line=f"Nothing of yours is open for {groups[0].upper()}. Type my work.")


async def _open(heard: Heard, duty: Duty) -> Reply:
    what = Press(verb="open_duty", ref=str(Ref("duty", str(duty.id))), version=duty.version)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line)
