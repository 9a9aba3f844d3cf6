"""Bot Framework's handler: which kind of activity asks the service for what."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from http import HTTPStatus
from typing import TypeVar

from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes

from bot.incoming import Incoming, Json, Kind
from bot.teams.activities import CARD_TYPE, Outgoing, activities_of, card_activity, text_activity
from bot.teams.turns import DialogAnswer, InvokeAnswer, Reply, Turns
from domain.faults import Fault

T = TypeVar("T")

INCOMING = "practice_loop.incoming"
MESSAGE_TYPE = "application/vnd.microsoft.activity.message"
ERROR_TYPE = "application/vnd.microsoft.error"


class PracticeLoopHandler(ActivityHandler):  # type: ignore[misc]  # untyped package
    """``typing_after``: seconds after which an answer to a message shows that it is coming."""

    def __init__(self, turns: Turns, *, typing_after: float = 1.0) -> None:
        self._turns = turns
        self._typing_after = typing_after

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """A typed message, or a press of a client that knows Action.Submit only."""
        incoming = incoming_of(turn_context)
        if incoming.kind is Kind.PRESSED:
            await self._submitted(turn_context, incoming)
            return
        try:
            replies = await self._while_typing(turn_context, self._turns.said(incoming))
        except Fault as fault:
            if not fault.permanent:
                raise
            await turn_context.send_activity(text_activity(fault.message))
            return
        await _send(turn_context, replies)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """A press, an action on a message, or the answer about a file.

        Whatever else Teams invokes is not ours (501, as Bot Framework has it).
        """
        incoming = incoming_of(turn_context)
        if incoming.kind is Kind.EXTENDED:
            response = dialog_response(await self._turns.extended(incoming))
        elif incoming.kind is Kind.PRESSED:
            response = invoke_response(await self._pressed(incoming))
        elif incoming.kind is Kind.OFFERED:
            await _send(turn_context, await self._turns.offered(incoming))
            response = InvokeResponse(status=int(HTTPStatus.OK))  # Teams shows no word of an answer
        else:
            return InvokeResponse(status=int(HTTPStatus.NOT_IMPLEMENTED))
        # Bot Framework would copy the card, part by part, if it made the activity itself
        answer = Outgoing(type=ActivityTypes.invoke_response, value=response)
        await turn_context.send_activity(answer)
        return response

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        """The bot was added or removed."""
        await self._other(turn_context)

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """Members came or went; the bot may be one of them."""
        await self._other(turn_context)

    async def on_message_update_activity(self, turn_context: TurnContext) -> None:
        """A message was edited: what it asked for is not done twice."""
        await self._other(turn_context)

    async def on_message_delete_activity(self, turn_context: TurnContext) -> None:
        """A message was taken back."""
        await self._other(turn_context)

    async def on_message_reaction_activity(self, turn_context: TurnContext) -> None:
        """Somebody reacted."""
        await self._other(turn_context)

    async def on_event_activity(self, turn_context: TurnContext) -> None:
        """An event of Teams."""
        await self._other(turn_context)

    async def on_end_of_conversation_activity(self, turn_context: TurnContext) -> None:
        """The conversation ended."""
        await self._other(turn_context)

    async def on_typing_activity(self, turn_context: TurnContext) -> None:
        """Somebody is typing: nothing to do, and nothing to look up."""

    async def on_unrecognized_activity_type(self, turn_context: TurnContext) -> None:
        """A kind that is not known yet."""
        await self._other(turn_context)

    async def _other(self, turn_context: TurnContext) -> None:
        incoming = incoming_of(turn_context)
        if incoming.kind is Kind.INSTALLED:
            await _send(turn_context, await self._turns.installed(incoming))
        elif incoming.kind is Kind.REMOVED:
            await self._turns.removed(incoming)
        else:
            await self._turns.noticed(incoming)

    async def _pressed(self, incoming: Incoming) -> InvokeAnswer:
        try:
            return await self._turns.pressed(incoming)
        except Fault as fault:
            if not fault.permanent:
                raise
            return InvokeAnswer.message(fault.message)

    async def _submitted(self, turn_context: TurnContext, incoming: Incoming) -> None:
        """An answer of an invoke cannot be given here: the card itself is changed instead."""
        answer = await self._while_typing(turn_context, self._pressed(incoming))
        if isinstance(answer.value, str):
            await turn_context.send_activity(text_activity(answer.value))
            return
        activity = card_activity(answer.value)
        if incoming.reply_to_id is None:
            await turn_context.send_activity(activity)
            return
        activity.id = incoming.reply_to_id
        await turn_context.update_activity(activity)

    async def _while_typing(self, turn_context: TurnContext, work: Awaitable[T]) -> T:
        task = asyncio.ensure_future(work)
        try:
            done, _ = await asyncio.wait({task}, timeout=self._typing_after)
            if not done:
                await turn_context.send_activity(Activity(type=ActivityTypes.typing))
            return await task
        finally:
            task.cancel()


async def _send(turn_context: TurnContext, replies: Sequence[Reply]) -> None:
    for reply in replies:
        for activity in activities_of(reply):
            await turn_context.send_activity(activity)


def incoming_of(turn_context: TurnContext) -> Incoming:
    """What the adapter put into the turn."""
    incoming = turn_context.turn_state[INCOMING]
    assert isinstance(incoming, Incoming)  # noqa: S101 - the adapter put it there
    return incoming


def invoke_response(answer: InvokeAnswer) -> InvokeResponse:
    """HTTP 200 with the three members that a Universal Action expects."""
    body: Json
    if isinstance(answer.value, dict):
        body = {"statusCode": 200, "type": CARD_TYPE, "value": answer.value}
    elif answer.kind == "error":
        value = {"code": "BadRequest", "message": answer.value}
        body = {"statusCode": 400, "type": ERROR_TYPE, "value": value}
    else:
        body = {"statusCode": 200, "type": MESSAGE_TYPE, "value": answer.value}
    return InvokeResponse(status=int(HTTPStatus.OK), body=body)


def dialog_response(answer: DialogAnswer) -> InvokeResponse:
    """HTTP 200 with the task that an action on a message expects."""
    if isinstance(answer.value, str):
        task: Json = {"type": "message", "value": answer.value}
    else:
        card = {"contentType": CARD_TYPE, "content": answer.value}
        shown = {"title": answer.title, "height": "medium", "width": "medium", "card": card}
        task = {"type": "continue", "value": shown}
    return InvokeResponse(status=int(HTTPStatus.OK), body={"task": task})


def sorry_response(incoming: Incoming, text: str) -> InvokeResponse:
    """The line for somebody whose invoke failed, in the way that Teams shows it."""
    if incoming.kind is Kind.EXTENDED:
        return dialog_response(DialogAnswer(text))
    return invoke_response(InvokeAnswer.message(text))
