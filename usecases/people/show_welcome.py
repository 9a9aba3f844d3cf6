"""The welcome, once on install."""

from __future__ import annotations

from cards.people.welcome import Welcome
from domain.refs import Ref
from usecases.people.words import COMMANDS
from usecases.showing import Look, shows


@shows("welcome")
async def show_welcome(look: Look) -> Welcome:
    """What the bot does, what waits, what can be typed."""
    waiting = await look.uow.duties.open_of(look.reader.id)
    return Welcome(
        ref=Ref("person", look.reader.id),
        version=1,
        first_name=look.reader.first_name,
        waiting=len(waiting),
        commands=COMMANDS[:4],
        notice=look.notice or None,
    )
