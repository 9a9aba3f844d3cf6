"""act as NAME: one person tries every role, in the demo alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.teams.turns import Reply
from bot.turns.pressing import Turn
from cards.people.acting_as import ActingAs
from dialogs.lexicon import likely, plain
from domain.calendar.working_days import local_day
from domain.people.person import Person
from domain.refs import Ref

_ACT_AS = re.compile(r"^act as\s+(.+)$", re.IGNORECASE)
REFUSED = "That works in the demo alone, so nothing was changed. Type help to see what I can do."


async def act_as(turn: Turn, text: str) -> Sequence[Reply]:
    """The replies to ``act as NAME``; empty where the message says something else."""
    match = _ACT_AS.match(text.strip())
    account = turn.incoming.sender_aad_object_id
    if not match or not account:
        return ()
    acting = turn.whereabouts.acting
    if acting is None:
        return (Reply(text=REFUSED),)
    found = await _named(turn, match[1])
    if len(found) != 1:
        return (Reply(text=_ask_again(match[1], found)),)
    acting[account] = found[0].id
    await turn.whereabouts.find(turn.uow, turn.incoming, turn.now)
    return (await _playing(turn, found[0]),)


async def _named(turn: Turn, name: str) -> list[Person]:
    """The person of that name; several where it is not clear."""
    today = local_day(turn.now)
    here = {p.id: p for p in (await turn.uow.people.all()).values() if p.here_on(today)}
    said = plain(name)
    for match in (
        [p for p in here.values() if plain(p.name) == said],
        [p for p in here.values() if said in plain(p.name).split()],
    ):
        if match:
            return match
    near = likely(said, [p.name for p in here.values()])
    return [p for p in here.values() if p.name in near]


def _ask_again(name: str, found: list[Person]) -> str:
    if not found:
        return f"Nobody in the staff list is called {name[:40]}. Try: act as Cora Lindley"
    names = ", ".join(sorted(person.name for person in found)[:5])
    return f"Which one? {names}. Type act as and the whole name."


async def _playing(turn: Turn, person: Person) -> Reply:
    card = ActingAs(
        ref=Ref("person", person.id),
        version=1,
        name=person.name,
        roles=tuple(turn.council.role_titles(person)),
        team=person.team,
    )
    return Reply(card=card.render(), summary=card.summary)
