"""From Teams' words to ours."""

from __future__ import annotations

from typing import Any

from bot.http.attached import files_of
from bot.http.reading import Activity
from bot.incoming import Incoming, Kind

ACTION_INVOKE = "adaptiveCard/action"
OPENS_DIALOG, ANSWERS_DIALOG = "composeExtension/fetchTask", "composeExtension/submitAction"
ANSWERS_FILE = "fileConsent/invoke"
_INVOKED = {
    ACTION_INVOKE: Kind.PRESSED,
    OPENS_DIALOG: Kind.EXTENDED,
    ANSWERS_DIALOG: Kind.EXTENDED,
    ANSWERS_FILE: Kind.OFFERED,
}
_INSTALLING = {
    "add": Kind.INSTALLED,
    "add-upgrade": Kind.INSTALLED,
    "remove": Kind.REMOVED,
}


def incoming(activity: Activity) -> Incoming:
    """What turns need of an activity."""
    kind = _kind(activity)
    return Incoming(
        kind=kind,
        type=activity.type,
        activity_id=activity.id or "",
        conversation_id=activity.conversation.id,
        conversation_type=activity.conversation.conversation_type or "personal",
        service_url=activity.service_url,
        tenant_id=min(activity.tenants, default=""),
        sender_teams_id=activity.sender.id,
        sender_aad_object_id=activity.sender.aad_object_id or None,
        sender_name=_clean(activity.sender.name) if activity.sender.name else None,
        bot_id=activity.recipient.id,
        text=_text(activity),
        value=_scrubbed(activity.value) if isinstance(activity.value, dict) else None,
        invoke_name=activity.name if activity.type == "invoke" else None,
        reply_to_id=activity.reply_to_id or None,
        locale=activity.locale or None,
        installed={Kind.INSTALLED: True, Kind.REMOVED: False}.get(kind),
        members_added=tuple(member.id for member in activity.members_added or ()),
        files=files_of(activity) if kind is Kind.SAID else (),
    )


def _kind(activity: Activity) -> Kind:
    if activity.type == "message":
        pressed = activity.value is not None and not (activity.text or "").strip()
        return Kind.PRESSED if pressed else Kind.SAID
    if activity.type == "invoke":
        return _INVOKED.get(activity.name or "", Kind.NOTICED)
    if activity.type == "installationUpdate":
        return _INSTALLING.get(activity.action or "", Kind.NOTICED)
    if activity.type == "conversationUpdate":
        return _membership(activity)
    return Kind.NOTICED


def _membership(activity: Activity) -> Kind:
    """Teams tells of the bot's own coming and going as a change of members too."""
    bot = activity.recipient.id
    if any(member.id == bot for member in activity.members_added or ()):
        return Kind.INSTALLED
    if any(member.id == bot for member in activity.members_removed or ()):
        return Kind.REMOVED
    return Kind.NOTICED


def _text(activity: Activity) -> str:
    """The text without the bot's own mention: each mention's own words, once each."""
    text = activity.text or ""
    for entity in activity.entities or ():
        mine = entity.mentioned is not None and entity.mentioned.id == activity.recipient.id
        if entity.type == "mention" and mine and entity.text:
            text = text.replace(entity.text, " ", 1)
    return _clean(text)


def _clean(text: str) -> str:
    """No NUL (a database refuses it), no hard blanks, no blanks around it."""
    return text.replace("\x00", "").replace("&nbsp;", " ").replace("\xa0", " ").strip()


def _scrubbed(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, dict):
        return {_scrubbed(key): _scrubbed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_scrubbed(inner) for inner in value]
    return value
