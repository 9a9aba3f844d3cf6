"""Somebody in front of Teams."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.fake_teams import FakeTeams, Json
from tests.journeys.client import Button, NotThereError, buttons, words

Send = Callable[[Json], Awaitable[Json | None]]
"""Hands an activity to the bot and gives the JSON of its answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Teams shows at once after a press: the fresh card, or a line."""

    card: Json | None
    line: str

    @property
    def text(self) -> str:
        """Everything that can be read in it."""
        return words(self.card) if self.card else self.line


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press as it was sent, to send it again or change it."""

    activity: Json
    answer: Answer


class Somebody:
    """Reads like a story: ``await tess.says("my work")``, ``await tess.presses("Start now")``.

    Their chat is what Teams shows: posted cards with updates in place, and the answers to presses
    until the next update of that card.
    """

    def __init__(self, account: str, name: str, teams: FakeTeams, send: Send) -> None:
        self.account = account
        self.name = name
        self._teams = teams
        self._send = send
        self._answers: list[tuple[int, str, Json]] = []

    async def installs(self, **changes: Any) -> None:
        """Adds the app; Teams tells of it twice."""
        acts = self._teams.activities
        await self._send(acts.install(self.account, **self._named(changes)))
        await self._send(acts.joined(self.account, **self._named(changes)))

    async def removes_the_app(self) -> None:
        """Takes the app out of their chat."""
        await self._send(self._teams.activities.install(self.account, "remove", **self._named({})))

    async def says(self, text: str, **changes: Any) -> str:
        """Types a message; gives what came back, texts and cards, as words."""
        before = len(self._teams.posts_to(self.account))
        await self._send(self._teams.activities.message(self.account, text, **self._named(changes)))
        came = self._teams.posts_to(self.account)[before:]
        return "\n".join(words(post.card) if post.card else post.text for post in came)

    async def presses(
        self, title: str, *, of: str = "", anyway: bool = False, **inputs: str
    ) -> Answer:
        """Presses the newest button that says so, with inputs filled in first.

        ``of``: words of the card that it stands on, where several have such a button.
        """
        return (await self.pressed(title, of=of, anyway=anyway, **inputs)).answer

    async def pressed(
        self, title: str, *, of: str = "", anyway: bool = False, **inputs: str
    ) -> Pressed:
        """The same, with the press as it was sent."""
        activity_id, button = self.button(title, of)
        data = button.data(inputs, anyway=anyway)
        return await self.sends_press(button.verb, data, replyToId=activity_id)

    async def sends_press(self, verb: str, data: Json, **changes: Any) -> Pressed:
        """A press with whatever is in it, as a tampered card could send it."""
        activity = self._teams.activities.press(self.account, verb, data, **self._named(changes))
        return await self.sends(activity)

    async def sends(self, activity: Json) -> Pressed:
        """An activity as it stands, once more if it was sent before."""
        taken = len(self._teams.connector.taken)
        answer = _answer(await self._send(activity))
        if answer.card and "replyToId" in activity:
            self._answers.append((taken, activity["replyToId"], answer.card))
        return Pressed(activity, answer)

    async def presses_on_an_old_client(self, title: str, **inputs: str) -> None:
        """The same button where Teams knows Action.Submit only."""
        activity_id, button = self.button(title)
        submit = button.action["fallback"]
        filled = {key: value for key, value in button.data(inputs).items() if key in inputs}
        data = {**submit["data"], **filled}
        changes = self._named({"replyToId": activity_id})
        verb = data.pop("verb")
        await self._send(self._teams.activities.submit(self.account, verb, data, **changes))

    def button(self, title: str, of: str = "") -> tuple[str, Button]:
        """The newest button that says so, with the id of the activity that it stands on."""
        for activity_id, card in reversed(self.chat.items()):
            for button in buttons(card):
                if button.title == title and of in words(card):
                    return activity_id, button
        titles = [[b.title for b in buttons(card)] for card in self.chat.values()]
        raise NotThereError(f"{self.name} sees no button {title!r}, only {titles}")

    @property
    def chat(self) -> dict[str, Json]:
        """The cards in their chat by activity id, oldest first, as Teams shows them now."""
        place = self._teams.activities.chat_of(self.account)
        shown: dict[str, Json] = {}
        for index, post in enumerate(self._teams.connector.taken):
            if post.conversation_id == place and post.card is not None:
                shown[post.activity_id] = post.card
            for at, activity_id, card in self._answers:
                if at == index + 1 and activity_id in shown:
                    shown[activity_id] = card
        return shown

    @property
    def kept(self) -> dict[str, Json]:
        """The same without answers to presses, which Teams forgets: posts and updates only."""
        return self._teams.shown_to(self.account)

    @property
    def cards(self) -> list[str]:
        """The cards in their chat as words, oldest first."""
        return [words(card) for card in self.chat.values()]

    def card(self, title: str) -> str:
        """The newest card with these words on it, as words."""
        for card in reversed(self.cards):
            if title in card:
                return card
        raise NotThereError(f"{self.name} sees no card with {title!r}, only {self.cards}")

    @property
    def texts(self) -> list[str]:
        """The lines that the bot wrote to them, oldest first."""
        return self._teams.texts_to(self.account)

    def _named(self, changes: dict[str, Any]) -> dict[str, Any]:
        sender = {
            "id": self._teams.activities.teams_id(self.account),
            "name": self.name,
            "aadObjectId": self.account,
        }
        return {"from": sender, **changes}


def _answer(body: Json | None) -> Answer:
    value = (body or {}).get("value", "")
    return Answer(value, "") if isinstance(value, dict) else Answer(None, str(value))
