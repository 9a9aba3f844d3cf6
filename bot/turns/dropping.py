"""Files dropped into the chat, from the address that Teams gives to the preview of a list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager

from bot.incoming import DroppedFile, Incoming
from bot.teams.turns import Reply
from bot.turns.pressing import Turn, stranger
from bot.turns.talking import IN_PRIVATE, as_reply
from domain.faults import Fault
from domain.people.person import Person
from usecases.lists.drop_list import drop_list, must_coordinate
from usecases.showing import Look, look_at

Fetch = Callable[[DroppedFile], Awaitable[bytes]]
OpenTurn = Callable[[], AbstractAsyncContextManager[Turn]]

TYPES = frozenset({"csv", "txt", "tsv", "xlsx", "xlsm"})
ONE_AT_A_TIME = "Please drop one file at a time. I have not opened any of these."
NOT_A_LIST = (
    "I read lists as CSV or Excel files, so I have not opened this one. "
    "Please drop a file that ends in .csv or .xlsx."
)


class NoFilesFault(Fault):
    """I cannot fetch files here, so nothing was changed. Please import it on the command line."""


async def fetch_nothing(file: DroppedFile) -> bytes:
    """Where nothing downloads; raises NoFilesFault."""
    del file
    raise NoFilesFault


async def replies(open_turn: OpenTurn, incoming: Incoming, fetch: Fetch) -> Sequence[Reply]:
    """The preview of a list, or why there is none.

    Two units of work: none is open while the file is fetched.
    """
    async with open_turn() as turn:
        refused = await _refused(turn)
    if refused:
        return refused
    try:
        data = await fetch(incoming.files[0])
        async with open_turn() as turn:
            return await _preview(turn, data)
    except Fault as fault:
        return (Reply(text=fault.message),)


async def _refused(turn: Turn) -> Sequence[Reply]:
    """Who may not, before anything is fetched."""
    if turn.incoming.conversation_type != "personal":
        return (Reply(text=IN_PRIVATE),)
    actor = await _actor(turn)
    if actor is None:
        return (as_reply(await stranger(turn)),)
    try:
        must_coordinate(turn.council, actor)
    except Fault as fault:
        return (Reply(text=fault.message),)
    if len(turn.incoming.files) > 1:
        return (Reply(text=ONE_AT_A_TIME),)
    if turn.incoming.files[0].type not in TYPES:
        return (Reply(text=NOT_A_LIST),)
    return ()


async def _preview(turn: Turn, data: bytes) -> Sequence[Reply]:
    """Kept and shown; nothing for a message that was answered before."""
    if not await turn.first_time("dropped"):
        return ()
    actor = await _actor(turn)
    if actor is None:
        return ()
    about = await drop_list(turn.uow, turn.council, actor, data, turn.now)
    look = Look(uow=turn.uow, council=turn.council, reader=actor, about=about, now=turn.now)
    card = await look_at("import_preview", look)
    return (as_reply(card),) if card else ()


async def _actor(turn: Turn) -> Person | None:
    return await turn.whereabouts.find(turn.uow, turn.incoming, turn.now)
