"""Activities as Teams writes them."""

from __future__ import annotations

from itertools import count
from typing import Any

Json = dict[str, Any]

APP_ID = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
BOT_ID = f"28:{APP_ID}"


class Activities:
    """Builds activities of people, each named by the Entra object id.

    Keyword arguments replace or add top-level members of an activity; None leaves one out.
    """

    def __init__(self, service_url: str) -> None:
        self._service_url = service_url
        self._ids = count(1)

    @staticmethod
    def teams_id(person: str) -> str:
        """The ``29:`` id that Teams gives to a person."""
        return f"29:{person}"

    @staticmethod
    def chat_of(person: str) -> str:
        """The conversation between a person and the bot."""
        return f"a:chat-{person}"

    def message(self, person: str, text: str, /, **changes: Any) -> Json:
        """A typed message in the personal chat."""
        return self._activity(person, {"type": "message", "text": text}, changes)

    def press(self, person: str, verb: str, data: Json | None = None, /, **changes: Any) -> Json:
        """A press of an Action.Execute."""
        action = {"type": "Action.Execute", "verb": verb, "data": data or {}}
        value = {"action": action, "trigger": "manual"}
        parts = {"type": "invoke", "name": "adaptiveCard/action", "value": value}
        return self._activity(person, parts, changes)

    def submit(self, person: str, verb: str, data: Json | None = None, /, **changes: Any) -> Json:
        """A press of an Action.Submit, as old clients do."""
        parts = {"type": "message", "value": {"verb": verb, **(data or {})}}
        return self._activity(person, parts, changes)

    def about_file(self, person: str, value: Json, /, **changes: Any) -> Json:
        """The answer to Teams' question about a file."""
        told = {"type": "fileUpload", **value}
        parts = {"type": "invoke", "name": "fileConsent/invoke", "value": told}
        return self._activity(person, parts, changes)

    def install(self, person: str, action: str = "add", /, **changes: Any) -> Json:
        """The bot was added to a person's chat (``remove``: taken out)."""
        return self._activity(person, {"type": "installationUpdate", "action": action}, changes)

    def joined(self, person: str, *members: str, **changes: Any) -> Json:
        """Members came; the bot itself if none are named."""
        added = [{"id": member} for member in members or (BOT_ID,)]
        parts = {"type": "conversationUpdate", "membersAdded": added}
        return self._activity(person, parts, changes)

    def _activity(self, person: str, parts: Json, changes: Json) -> Json:
        activity: Json = {
            "id": f"{1_700_000_000_000 + next(self._ids)}",
            "channelId": "msteams",
            "serviceUrl": self._service_url,
            "from": {"id": self.teams_id(person), "name": person, "aadObjectId": person},
            "conversation": {
                "id": self.chat_of(person),
                "conversationType": "personal",
                "tenantId": TENANT,
            },
            "recipient": {"id": BOT_ID, "name": "Practice Loop"},
            "channelData": {"tenant": {"id": TENANT}},
            "locale": "en-GB",
            **parts,
            **changes,
        }
        return {key: value for key, value in activity.items() if value is not None}
