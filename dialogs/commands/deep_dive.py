"""commission deep dive: the form of whoever may."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.showing import look_at

NOT_FOR_YOU = (
    "Deep dives are commissioned by whoever the framework names for it. "
    "Type my work for what is waiting for you."
)


@command("commission deep dive", "commission a deep dive", "deep dive", "new deep dive")
async def deep_dive(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Issue, scope, records, auditors, month."""
    card = await look_at("deep_dive_form", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NOT_FOR_YOU)
