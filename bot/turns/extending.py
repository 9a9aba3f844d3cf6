"""An action on a message of any chat: nominate as good practice what it tells of.

The dialog and its answers are seen by the one person alone, so nothing is posted anywhere but in
their own chat with the bot.
"""

from __future__ import annotations

from html.parser import HTMLParser

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from bot.http.translating import OPENS_DIALOG
from bot.incoming import Json
from bot.teams.turns import DialogAnswer
from bot.turns.pressing import DONE_BEFORE, Turn, stranger
from domain.faults import Fault
from domain.people.person import Person
from usecases.nominations.nominate_message import VIEW, wish_ref
from usecases.pressing import Press, press
from usecases.showing import Look, look_at

COMMAND = "nominateGoodPractice"
TITLE = "Nominate as good practice"
LONGEST = 20_000
NOT_KNOWN = "I do not know that action, so nothing was changed. Open a chat with me and type help."
NOT_LISTED = "You are not in the staff list yet. Open a chat with me: I say there how to get in."
_UNSEEN = frozenset({"script", "style"})
_BREAKS = frozenset({"br", "p", "div", "li", "tr"})


class _Part(BaseModel):
    model_config = ConfigDict(
        strict=True, extra="ignore", frozen=True, alias_generator=to_camel, populate_by_name=True
    )


class _User(_Part):
    id: str = ""


class _Author(_Part):
    user: _User | None = None


class _Body(_Part):
    content: str = ""


class _Message(_Part):
    body: _Body | None = None
    author: _Author | None = Field(None, alias="from")


class _Called(_Part):
    """What Teams says of an action; nothing in it is trusted."""

    command_id: str
    message_payload: _Message | None = None
    data: Json | None = None


class _Text(HTMLParser):
    """The words of a message, without its markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._within = tag if tag in _UNSEEN else ""
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._within = ""

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.parts.append(data)


def words_of_message(markup: str) -> str:
    """What somebody wrote, line by line, out of the HTML that Teams keeps it in."""
    reader = _Text()
    reader.feed(markup[:LONGEST])
    reader.close()
    lines = "".join(reader.parts).replace("\xa0", " ").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


async def answer(turn: Turn) -> DialogAnswer:
    """The dialog, or what became of it; a fault is said, and nothing is kept then."""
    try:
        called = _Called.model_validate(turn.incoming.value or {})
    except ValidationError:
        return DialogAnswer(NOT_KNOWN)
    actor = await turn.whereabouts.find(turn.uow, turn.incoming, turn.now)
    if actor is None:
        await stranger(turn)
        return DialogAnswer(NOT_LISTED)
    if called.command_id != COMMAND:
        return DialogAnswer(NOT_KNOWN)
    try:
        if turn.incoming.invoke_name == OPENS_DIALOG:
            return await _opened(turn, actor, called.message_payload)
        return await _answered(turn, actor, called.data or {})
    except Fault as fault:
        await turn.uow.rollback()
        return DialogAnswer(fault.message)


async def _opened(turn: Turn, actor: Person, message: _Message | None) -> DialogAnswer:
    """With the message in it, and its author where that is a colleague."""
    body = message.body if message else None
    user = message.author.user if message and message.author else None
    author = await turn.uow.people.by_aad_object_id(user.id) if user and user.id else None
    typed = {
        "who": author.name if author and author.id != actor.id else "",
        "reason": words_of_message(body.content) if body else "",
    }
    look = Look(
        uow=turn.uow,
        council=turn.council,
        reader=actor,
        about=wish_ref(actor.id),
        now=turn.now,
        typed=typed,
    )
    card = await look_at(VIEW, look)
    return DialogAnswer(card.render(), TITLE) if card else DialogAnswer(NOT_KNOWN)


async def _answered(turn: Turn, actor: Person, data: Json) -> DialogAnswer:
    """The press on the dialog's button; the dialog again where something is missing."""
    if not await turn.first_time(COMMAND):
        return DialogAnswer(DONE_BEFORE)
    texts = {key: value for key, value in data.items() if isinstance(value, str)}
    inputs: dict[str, str] = {k: texts[k] for k in ("who", "reason", "seen") if k in texts}
    what = Press(
        verb=texts.get("verb", ""), ref=data.get("id"), version=data.get("version"), inputs=inputs
    )
    if what.verb != VIEW:
        return DialogAnswer(NOT_KNOWN)
    outcome = await press(turn.uow, turn.council, actor, what, turn.now)
    if outcome.done or outcome.card is None:
        return DialogAnswer(outcome.line)
    return DialogAnswer(outcome.card.render(), TITLE)
