"""approvals: what one sends to be passed, and what waits for one."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.approvals.terms import rules_for
from domain.refs import Ref
from usecases.pressing import Press, press
from usecases.showing import look_at

NONE = "The framework names nothing that you send or pass, so there is nothing to show."


@command("approvals", "approval", "my approvals", "to approve")
async def approvals(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The list of what the person sends, decides and sent."""
    card = await look_at("approvals", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NONE)


@command("send for approval", pattern=r"^(?:send for approval|approval|send) (.{3,60})$")
async def send_for_approval(heard: Heard, groups: tuple[str, ...]) -> Reply | None:
    """The form of the one whose title holds these words; None where none or several do."""
    if not groups:
        return await approvals(heard, ())
    words = groups[0].casefold()
    rules = rules_for(heard.council.framework, heard.actor)
    named = [rule for rule in rules if words in rule.title.casefold()]
    if len(named) != 1:
        return None
    what = Press(verb="begin_approval", ref=str(Ref("approval_rule", named[0].key)), version=1)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line, card=outcome.card if outcome.done else None)
