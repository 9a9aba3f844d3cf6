"""Which line of one's work is meant: by its number in my work, or by words that stand in it."""

from __future__ import annotations

from dialogs.heard import Heard
from dialogs.lexicon import plain
from domain.duties import Duty
from usecases.people.duties import describe


async def duties_named(heard: Heard, said: str) -> list[Duty]:
    """Those that are meant, one at best; nothing said means the only one there is."""
    found = [
        (duty, described)
        for duty in await heard.uow.duties.open_of(heard.actor.id)
        if (described := await describe(heard.uow, heard.council, duty))
    ]
    word = plain(said)
    if word in {"", "it", "this", "that"}:
        return [duty for duty, _ in found]
    if word.isdecimal():
        number = int(word)
        return [found[number - 1][0]] if 0 < number <= len(found) else []
    return [duty for duty, one in found if word in plain(f"{one.text}, {one.detail}")]
