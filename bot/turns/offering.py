"""The answer to Teams' question whether a file may go into somebody's OneDrive.

Two units of work: none is open while the file is written and carried. In between, the offer says
that somebody is at it; a process that dies there leaves a yes that counts again after a minute.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from pydantic.alias_generators import to_camel

from bot.http.reading import Id, Word
from bot.incoming import Incoming
from bot.teams.turns import Reply
from bot.teams.uploads import Uploads
from bot.turns.pressing import Turn, stranger
from bot.turns.talking import IN_PRIVATE, as_reply
from domain.faults import Fault
from domain.files.offer import Place
from domain.people.person import Person
from domain.refs import Ref
from usecases.files.answering import Taken, accept_file, decline_file, land_file, lose_file

OpenTurn = Callable[[], AbstractAsyncContextManager[Turn]]

LONGEST_URL = 4096
NOT_KNOWN = "I do not know that question, so nothing was sent. Type help to see what I can do."
Url = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_URL)]
Written = Annotated[Url, StringConstraints(pattern=r"^[!-~]+$")]
"""An address just as it goes over the wire."""


class _Part(BaseModel):
    """What Teams tells of the answer; nothing in it is trusted."""

    model_config = ConfigDict(
        strict=True,
        extra="ignore",
        frozen=True,
        alias_generator=to_camel,
        populate_by_name=True,
    )


class _Offered(_Part):
    id: Word


class _Place(_Part):
    """Both addresses come from outside: where to put the file, and where it is seen then."""

    upload_url: Written = Field(repr=False)
    content_url: Url = Field(repr=False)
    unique_id: Id = Field(repr=False)


class _Yes(_Part):
    action: Literal["accept"]
    context: _Offered
    upload_info: _Place


class _No(_Part):
    action: Literal["decline"]
    context: _Offered


_SAID: TypeAdapter[_Yes | _No] = TypeAdapter(Annotated[_Yes | _No, Field(discriminator="action")])


@dataclass(frozen=True, slots=True)
class _Load:
    """A file that somebody waits for, and where it goes."""

    taken: Taken
    place: _Place


async def replies(
    open_turn: OpenTurn, incoming: Incoming, uploads: Uploads | None
) -> Sequence[Reply]:
    """What is said beside the cards that change by themselves: nothing, where all went well."""
    said = _read(incoming)
    if said is None or uploads is None:
        return (Reply(text=NOT_KNOWN),)
    async with open_turn() as turn:
        found = await _answered(turn, said, uploads)
    return await _carry(open_turn, found, uploads) if isinstance(found, _Load) else found


async def _carry(open_turn: OpenTurn, load: _Load, uploads: Uploads) -> Sequence[Reply]:
    """Write the file beside the event loop and put it there; then say how that went."""
    place = load.place
    try:
        await uploads.put(place.upload_url, await asyncio.to_thread(load.taken.write))
    except Exception as error:
        async with open_turn() as turn:
            await lose_file(turn.uow, load.taken, turn.now)
        if not isinstance(error, Fault):
            raise
        return (Reply(text=error.message),)
    async with open_turn() as turn:
        there = Place(url=place.content_url, unique_id=place.unique_id)
        await land_file(turn.uow, load.taken, there, turn.now)
    return ()


async def _answered(turn: Turn, said: _Yes | _No, uploads: Uploads) -> _Load | Sequence[Reply]:
    """The file to carry, or what there is to say; a fault changes nothing."""
    if turn.incoming.conversation_type != "personal":
        return (Reply(text=IN_PRIVATE),)
    if not await turn.first_time("offered"):
        return ()
    actor = await turn.whereabouts.find(turn.uow, turn.incoming, turn.now)
    if actor is None:
        return (as_reply(await stranger(turn)),)
    try:
        found = await _settled(turn, actor, said, uploads)
    except Fault as fault:
        await turn.uow.rollback()
        found = fault.message
    return _lines(found) if isinstance(found, str) else found


async def _settled(turn: Turn, actor: Person, said: _Yes | _No, uploads: Uploads) -> _Load | str:
    """The file to carry, or a line; empty where the question's card says enough."""
    ref = Ref.parse(said.context.id)
    if isinstance(said, _No):
        return await decline_file(turn.uow, actor, ref, turn.now)
    place = said.upload_info
    # before the yes is used up: whether its file could go where it is wanted
    uploads.must_allow(place.upload_url, place.content_url)
    taken = await accept_file(turn.uow, turn.council, actor, ref, turn.now)
    return _Load(taken, place) if isinstance(taken, Taken) else taken


def _lines(line: str) -> Sequence[Reply]:
    return (Reply(text=line),) if line else ()


def _read(incoming: Incoming) -> _Yes | _No | None:
    try:
        return _SAID.validate_python(incoming.value or {})
    except ValidationError:
        return None
