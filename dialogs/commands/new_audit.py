"""new audit: open one out of the cycle."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.showing import look_at

NOT_FOR_YOU = (
    "Audits out of the cycle are opened by those who run them, or may commission them. "
    "Type my work for what is waiting for you."
)


@command("new audit", "audit a record", "commission an audit", "short notice audit")
async def new_audit(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The form with the kinds of audit that the person may open."""
    card = await look_at("audit_commission", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NOT_FOR_YOU)
