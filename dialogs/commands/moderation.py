"""moderation: what the next draw would send to the panels, or what it sent, for coordinators."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.refs import Ref
from usecases.showing import look_at

VIEW = "moderation_draw"
NOT_FOR_YOU = (
    "The draw for moderation is shown to those who run the audits. "
    "Type my work for what you moderate yourself."
)
NO_DRAW = "No cycle is drawn for moderation here, so there is nothing to show."


@command("moderation", "draw for moderation", "moderation draw", "preview moderation")
async def moderation(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The newest cycle of the first programme whose audits are drawn; nothing is changed."""
    if not heard.council.coordinates(heard.actor):
        return Reply(line=NOT_FOR_YOU)
    for key, programme in heard.council.framework.programmes.items():
        rules = programme.moderation
        if rules is None or not any(draw.kind == "share" for draw in rules.draws):
            continue
        for cycle in (await heard.uow.audits.cycles(key))[:1]:
            return Reply(card=await look_at(VIEW, heard.look(Ref("cycle", str(cycle.id)))))
    return Reply(line=NO_DRAW)
