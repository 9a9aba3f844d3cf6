"""A typed message, from the words to the replies."""

from __future__ import annotations

from collections.abc import Sequence

from bot.teams.turns import Reply
from bot.turns.acting import act_as
from bot.turns.pressing import Turn, stranger
from cards.card import Card
from dialogs.heard import Heard
from dialogs.in_channel import answer_in_channel
from dialogs.listening import listen_safely
from domain.people.person import Person

LONGEST_MESSAGE = 20_000
IN_PRIVATE = (
    "What I show is for you alone, so I do not show it here. "
    "Please open a chat with me and type my work."
)
NOTHING_TYPED = "I got an empty message. Type my work, or help to see what I can do."


async def replies(turn: Turn) -> Sequence[Reply]:
    """What is sent back, in order; nothing for a message that was answered before."""
    if not await turn.first_time("said"):
        return ()
    if turn.incoming.conversation_type != "personal":
        return (Reply(text=await _aloud(turn)),)
    text = turn.incoming.text
    if played := await act_as(turn, text):
        return played
    actor = await turn.whereabouts.find(turn.uow, turn.incoming, turn.now)
    if actor is None:
        return (as_reply(await stranger(turn)),)
    if not text.strip():
        return (Reply(text=NOTHING_TYPED),)
    answer = await listen_safely(_heard(turn, actor))
    found = [as_reply(answer.card)] if answer.card else []
    return (*([Reply(text=answer.line)] if answer.line else []), *found)


async def _aloud(turn: Turn) -> str:
    """A line that others may read too: nothing of anybody's, whoever asked."""
    actor = await turn.whereabouts.find(turn.uow, turn.incoming, turn.now)
    line = await answer_in_channel(_heard(turn, actor)) if actor else None
    return line or IN_PRIVATE


def _heard(turn: Turn, actor: Person) -> Heard:
    return Heard(
        uow=turn.uow,
        council=turn.council,
        actor=actor,
        text=turn.incoming.text[:LONGEST_MESSAGE],
        now=turn.now,
    )


def as_reply(card: Card) -> Reply:
    """A card that answers a message."""
    rendered = card.render()
    return Reply(card=rendered, summary=card.summary or str(rendered.get("fallbackText", "")))
