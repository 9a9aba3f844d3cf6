"""Our Bot Framework adapter: turns in, activities out, over our own connector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from botbuilder.core import BotAdapter, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes, ConversationReference, ResourceResponse

from bot.incoming import Incoming, Kind
from bot.metrics import Metrics
from bot.teams.activities import activity_of, text_activity, wire
from bot.teams.connector import Chat, Connector
from bot.teams.handler import INCOMING, PracticeLoopHandler, incoming_of, sorry_response
from bot.teams.order import InOrder
from bot.teams.outcomes import Outcome, Sent
from bot.teams.patience import PATIENCE, patiently
from bot.teams.trouble import report

log = structlog.get_logger(__name__)

Spend = Callable[[str, str], None]
"""Told of every send with tenant and conversation, so that the dispatcher's budget knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The HTTP answer to an activity; ``body`` is plain JSON or None."""

    status: int
    body: Any = None


class TeamsAdapter(BotAdapter):  # type: ignore[misc]  # untyped package
    """Runs a turn through Bot Framework's pipeline (its middleware works as ever).

    Turns of one conversation go one after another, in the order in which they came.
    ``clock`` counts seconds; ``patience`` is for how long to wait before each further try of an
    answer that Teams did not take.
    """

    def __init__(
        self,
        connector: Connector,
        handler: PracticeLoopHandler,
        metrics: Metrics,
        *,
        clock: Callable[[], float],
        patience: Sequence[float] = PATIENCE,
        spend: Spend = lambda tenant, conversation: None,  # noqa: ARG005 - spends nothing
    ) -> None:
        super().__init__(on_turn_error=self._failed)
        self._connector = connector
        self._handler = handler
        self._metrics = metrics
        self._clock = clock
        self._patience = patience
        self._spend = spend
        self._order = InOrder()

    async def process(self, incoming: Incoming) -> Answered:
        """One activity from beginning to end; never raises for what a turn did."""
        began = self._clock()
        context = TurnContext(self, activity_of(incoming))
        context.turn_state[INCOMING] = incoming
        async with self._order.turn(incoming.conversation_id):
            await self.run_pipeline(context, self._handler.on_turn)
        self._metrics.turn(incoming.kind, self._clock() - began)
        return _answered(context)

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        """Send one after another; the answer to an invoke is kept for the HTTP response."""
        return [await self._send(context, activity) for activity in activities]

    async def update_activity(
        self, context: TurnContext, activity: Activity
    ) -> ResourceResponse | None:
        """Put an activity in the place of a sent one."""
        incoming = incoming_of(context)
        self._spend(incoming.tenant_id, incoming.conversation_id)
        chat, body = _chat(activity), wire(activity)
        update = partial(self._connector.update, chat, activity.id, body)
        return _resource(await patiently(update, self._patience))

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Take a sent activity away."""
        incoming = incoming_of(context)
        self._spend(incoming.tenant_id, incoming.conversation_id)
        _resource(await self._connector.delete(_chat(reference), reference.activity_id))

    async def _send(self, context: TurnContext, activity: Activity) -> ResourceResponse | None:
        if activity.type == ActivityTypes.invoke_response:
            context.turn_state[self._INVOKE_RESPONSE_KEY] = activity
            return ResourceResponse()
        if activity.type == ActivityTypes.trace:
            return ResourceResponse()
        incoming = incoming_of(context)
        self._spend(incoming.tenant_id, incoming.conversation_id)
        send = partial(self._connector.send, _chat(activity), wire(activity))
        tries = () if activity.type == ActivityTypes.typing else self._patience
        return _resource(await patiently(send, tries))

    async def _failed(self, context: TurnContext, error: Exception) -> None:
        """Say sorry with a reference, in the way that the person is waiting for."""
        incoming = incoming_of(context)
        self._metrics.turn_failed()
        sorry = report(error, incoming.kind)
        if incoming.kind is Kind.OFFERED:  # Teams shows no word of its answer
            await context.send_activity(text_activity(sorry))
        elif incoming.type == ActivityTypes.invoke:
            response = sorry_response(incoming, sorry)
            answer = Activity(type=ActivityTypes.invoke_response, value=response)
            context.turn_state[self._INVOKE_RESPONSE_KEY] = answer
        elif incoming.type == ActivityTypes.message:
            await context.send_activity(text_activity(sorry))


def _answered(context: TurnContext) -> Answered:
    answer = context.turn_state.get(BotAdapter._INVOKE_RESPONSE_KEY)  # noqa: SLF001 - its name
    if answer is None or not isinstance(answer.value, InvokeResponse):
        return Answered(status=200)
    return Answered(status=int(answer.value.status), body=answer.value.body)


def _chat(where: Activity | ConversationReference) -> Chat:
    return Chat(service_url=where.service_url, conversation_id=where.conversation.id)


def _resource(outcome: Outcome) -> ResourceResponse | None:
    """The id of what was sent; None where it was not, which is logged."""
    if isinstance(outcome, Sent):
        return ResourceResponse(id=outcome.activity_id)
    log.warning("reply_not_sent", outcome=type(outcome).__name__, reason=outcome.reason)
    return None
