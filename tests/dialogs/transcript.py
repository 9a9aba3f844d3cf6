"""Transcripts: what somebody typed, and a part of what came back."""

from __future__ import annotations

from dialogs.heard import Reply
from domain.audits.assessment import Assessment
from tests.cards.walk import words
from tests.chat import Chat
from tests.town import Town


def said(reply: Reply) -> str:
    """The line of a reply and all words of its card."""
    return "\n".join([reply.line, words(reply.card.render()) if reply.card else ""])


async def talk(chat: Chat, *turns: tuple[str, str]) -> None:
    """Type each message in turn; each must be answered with that part."""
    for typed, answer in turns:
        got = said(await chat.says(typed))
        assert answer in got, f"{typed!r} was answered with:\n{got}"


async def draft_of(chat: Chat) -> Assessment:
    """The draft of the form that stands in the chat."""
    form = next(posted for posted in chat.cards if posted.kind == "grading")
    found = await chat.town.read(lambda uow: uow.assessments.of_seat(form.about.number))
    assert found is not None
    return found


async def pair(town: Town) -> Chat:
    """Ada has a peer seat to answer in C-23087."""
    await town.audit("C-23087", lead="tess", peer="ada")
    return town.chat("ada")


async def grading(town: Town) -> Chat:
    """Ada has the form open at area 1 of six."""
    ada = await pair(town)
    await talk(ada, ("start", "Here is C-23087"))
    return ada
