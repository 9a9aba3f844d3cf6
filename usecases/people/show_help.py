"""Everything that can be typed."""

from __future__ import annotations

from cards.people.help import Help
from domain.refs import Ref
from usecases.people.words import COMMANDS
from usecases.showing import Look, shows


@shows("help")
async def show_help(look: Look) -> Help:
    """All commands with what they do."""
    return Help(ref=Ref("person", look.reader.id), version=1, commands=COMMANDS)
