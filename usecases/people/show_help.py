"""Everything that can be typed."""

from __future__ import annotations

from cards.people.help import Help
from domain.refs import Ref
from domain.responses.rules import offered
from usecases.people.words import COMMANDS, RAISE
from usecases.showing import Look, shows


@shows("help")
async def show_help(look: Look) -> Help:
    """All commands with what they do."""
    raises = offered(look.council.framework, look.reader.roles)
    known = (one for one in COMMANDS if raises or one is not RAISE)
    return Help(ref=Ref("person", look.reader.id), version=1, commands=tuple(known))
