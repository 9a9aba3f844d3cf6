"""The first meeting: a welcome, once, however often Teams tells of the install."""

from __future__ import annotations

from collections.abc import Sequence

from bot.teams.turns import Reply
from bot.turns.pressing import Turn, stranger
from bot.turns.talking import as_reply
from domain.refs import Ref
from usecases.showing import Look, look_at

IN_A_TEAM = (
    "Thank you for adding me. I work in personal chats, because what I show is for one person "
    "alone. Please open a chat with me and type help."
)


async def welcome(turn: Turn) -> Sequence[Reply]:
    """The welcome, or the refusal with its way in for somebody who is not in the staff list."""
    if not await turn.first_time("installed"):
        return ()
    account = turn.incoming.sender_aad_object_id
    if turn.incoming.conversation_type != "personal":
        first = await turn.uow.addresses.greeted(turn.incoming.conversation_id, turn.now)
        return (Reply(text=IN_A_TEAM),) if first else ()
    if account is None:  # Teams tells of the same install in a second way, with the account
        return ()
    actor = await turn.whereabouts.find(turn.uow, turn.incoming, turn.now)
    if not await turn.uow.addresses.greeted(account, turn.now):
        return ()
    if actor is None:
        return (as_reply(await stranger(turn)),)
    look = Look(
        uow=turn.uow,
        council=turn.council,
        reader=actor,
        about=Ref("person", actor.id),
        now=turn.now,
    )
    card = await look_at("welcome", look)
    return (as_reply(card),) if card else ()
