"""Bot Framework's activities, made and read without msrest (it costs more than the turn)."""

from __future__ import annotations

from copy import copy
from typing import Any, Self

from botbuilder.schema import (
    Activity,
    ActivityTypes,
    Attachment,
    ChannelAccount,
    ConversationAccount,
)

from bot.incoming import Incoming, Json
from bot.teams.turns import Reply

CARD_TYPE = "application/vnd.microsoft.card.adaptive"


class Outgoing(Activity):  # type: ignore[misc]  # untyped package
    """An activity on its way out. Bot Framework copies each one to fill in where it goes."""

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """A copy that shares its card: nobody writes to a drawn card, and it has many parts."""
        return copy(self)


def activity_of(incoming: Incoming) -> Activity:
    """The activity that a TurnContext needs."""
    return Activity(
        type=incoming.type,
        id=incoming.activity_id or None,
        channel_id="msteams",
        service_url=incoming.service_url,
        from_property=ChannelAccount(
            id=incoming.sender_teams_id,
            name=incoming.sender_name,
            aad_object_id=incoming.sender_aad_object_id,
        ),
        recipient=ChannelAccount(id=incoming.bot_id),
        conversation=ConversationAccount(
            id=incoming.conversation_id,
            conversation_type=incoming.conversation_type,
            tenant_id=incoming.tenant_id,
        ),
        text=incoming.text,
        value=incoming.value,
        name=incoming.invoke_name,
        reply_to_id=incoming.reply_to_id,
        locale=incoming.locale,
    )


def text_activity(text: str) -> Activity:
    """A line of text."""
    return Outgoing(type=ActivityTypes.message, text=text)


def card_activity(card: Json, summary: str | None = None) -> Activity:
    """A card, alone: Teams splits text and card, and then gives no id."""
    attachment = Attachment(content_type=CARD_TYPE, content=card)
    return Outgoing(type=ActivityTypes.message, attachments=[attachment], summary=summary)


def activities_of(reply: Reply) -> list[Activity]:
    """The activities of a reply: one, or two where it has both a text and a card."""
    parts: list[Activity] = []
    if reply.text:
        parts.append(text_activity(reply.text))
    if reply.card is not None:
        parts.append(card_activity(reply.card, reply.summary))
    return parts


def card_message(card: Json, summary: str | None, enclosure: Json | None = None) -> Json:
    """A card as the Connector takes it; in its stead one of Teams' own, as an attachment."""
    attachment = enclosure or {"contentType": CARD_TYPE, "content": card}
    message: Json = {"type": "message", "attachments": [attachment]}
    if summary:
        message["summary"] = summary
    return message


def wire(activity: Activity) -> Json:
    """What we use of an activity, as the Connector takes it."""
    attachments = [
        {"contentType": attachment.content_type, "content": attachment.content}
        for attachment in activity.attachments or ()
    ]
    parts: dict[str, Any] = {
        "type": activity.type or ActivityTypes.message,
        "text": activity.text,
        "summary": activity.summary,
        "attachments": attachments,
        "from": _account(activity.from_property),
        "recipient": _account(activity.recipient),
        "conversation": {"id": activity.conversation.id} if activity.conversation else None,
    }
    return {key: value for key, value in parts.items() if value}


def _account(account: ChannelAccount | None) -> Json | None:
    return {"id": account.id} if account is not None and account.id else None
