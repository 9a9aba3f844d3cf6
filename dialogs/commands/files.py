"""my duties as a file, actions as a file, ledger IR-41 as a file."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.calendar.working_days import local_day
from domain.refs import Ref
from usecases.agenda.months import month_ref
from usecases.pressing import Press, press


@command("my duties as a file", "duties as a file", "calendar as a file", "calendar file")
async def duties_as_a_file(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Open duties for a calendar of one's own."""
    return await _asked(heard, "get_duties_file", month_ref(local_day(heard.now)))


@command("actions as a file", "my actions as a file", "tracker as a file", "actions file")
async def actions_as_a_file(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The tracker as a workbook."""
    return await _asked(heard, "get_actions_file", heard.me)


@command(pattern=r"^(?:the )?ledger (?:of |for )?(?:ir|cs|si)-?(\d{1,15}) as a file$")
async def ledger_as_a_file(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The ledger of a response as a workbook."""
    return await _asked(heard, "get_ledger_file", Ref("response", str(int(groups[0]))))


async def _asked(heard: Heard, verb: str, about: Ref) -> Reply:
    what = Press(verb=verb, ref=str(about), version=1)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line or outcome.notice)
