"""One person's chat with the bot: the cards in it, the buttons on them, and what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cards.card import Json
from dialogs.heard import Heard, Reply
from dialogs.listening import listen_safely
from domain.faults import Fault
from domain.refs import Ref
from tests.cards.walk import nodes, of_type, words
from usecases.pressing import Outcome, Press, press
from usecases.showing import Look, look_at

if TYPE_CHECKING:
    from tests.town import Town


@dataclass(kw_only=True)
class Posted:
    """One card in a chat."""

    kind: str
    about: Ref
    card: Json
    id: int


@dataclass(frozen=True)
class Chat:
    """One person's side of it."""

    town: Town
    id: str

    @property
    def cards(self) -> list[Posted]:
        """Everything in the chat, oldest first."""
        return self.town.chats.get(self.id, [])

    @property
    def kinds(self) -> list[str]:
        """What kinds of cards are there, oldest first."""
        return [posted.kind for posted in self.cards]

    def card(self, kind: str) -> Json:
        """The newest card of a kind, as it looks now."""
        return self._newest(lambda posted: posted.kind == kind).card

    def words(self, kind: str) -> str:
        """All words of that card."""
        return words(self.card(kind))

    def _newest(self, wanted: Callable[[Posted], bool]) -> Posted:
        found = [posted for posted in self.cards if wanted(posted)]
        assert found, f"{self.id} has no such card among {self.kinds}"
        return found[-1]

    async def press(self, verb: str, *, on: Json | None = None, **inputs: str) -> Outcome:
        """Press the newest button of that verb, with what its card's inputs hold and ``inputs``.

        ``on`` is an older state of a card: a press on what another device still shows.
        """
        if on is not None:
            return await self.send(_press(on, verb, inputs))
        posted = self._newest(lambda one: _button(one.card, verb) is not None)
        return await self.send(_press(posted.card, verb, inputs), standing_on=posted)

    async def send(self, what: Press, *, standing_on: Posted | None = None) -> Outcome:
        """Any press, also one that stands on no card; then the cards go out."""
        outcome = await self.answered(what, standing_on=standing_on)
        if standing_on and outcome.card:
            standing_on.card = outcome.card.render()
        await self.town.deliver()
        return outcome

    async def answered(self, what: Press, *, standing_on: Posted | None = None) -> Outcome:
        """What the press itself does, in a unit of work of its own."""
        town = self.town
        async with town.units() as uow:
            actor = await uow.people.get(self.id)
            assert actor is not None
            if standing_on:
                stands = await uow.outbox.delivered(self.id, str(standing_on.id))
                what = replace(what, delivery_id=stands.id if stands else None)
            outcome = await press(uow, town.council, actor, what, town.now)
            await uow.commit()
        return outcome

    async def tampers(self, verb: str, ref: object, version: object, **inputs: str) -> str:
        """A press that no card offers; gives the line that it is answered with."""
        try:
            outcome = await self.send(Press(verb=verb, ref=ref, version=version, inputs=inputs))
        except Fault as fault:  # the edge of the service says it to the person
            return fault.message
        assert not outcome.done, f"{verb} was done"
        return outcome.line

    async def says(self, text: str) -> Reply:
        """Type a message; a unit of work of its own, as after a restart of the service."""
        town = self.town
        async with town.units() as uow:
            actor = await uow.people.get(self.id)
            assert actor is not None
            heard = Heard(uow=uow, council=town.council, actor=actor, text=text, now=town.now)
            reply = await listen_safely(heard)
            await uow.commit()
        await town.deliver()
        return reply

    async def sees(self, view: str, about: Ref) -> Json | None:
        """The card of any view about any subject, shown to this person."""
        town = self.town
        async with town.units(reading=True) as uow:
            reader = await uow.people.get(self.id)
            assert reader is not None
            look = Look(uow=uow, council=town.council, reader=reader, about=about, now=town.now)
            card = await look_at(view, look)
        return card.render() if card else None

    async def grades(self, *grades: str, overall: str, words: str = "Seen in the record") -> None:
        """Fill the whole form in and submit it; the audit was started."""
        for grade in grades:
            done = await self.press("finish_area", grade=grade, evidence=words)
            assert done.done, done.line
        sent = await self.press("submit_assessment", overall=overall, reason=words)
        assert sent.line.startswith("Submitted"), sent.line


def _button(card: Json, verb: str) -> Json | None:
    found = [node for _, node in nodes(card) if node.get("verb") == verb and "data" in node]
    return found[0] if found else None


def _press(card: Json, verb: str, inputs: Mapping[str, str]) -> Press:
    """What Teams sends: the button's data, and every input that is not empty."""
    button = _button(card, verb)
    assert button is not None, f"there is no button {verb} on the card"
    shown = {node["id"]: node.get("value", "") for _, node in of_type(card, "Input.")}
    filled = {key: value for key, value in {**shown, **inputs}.items() if value}
    return Press(
        verb=verb, ref=button["data"]["id"], version=button["data"]["version"], inputs=filled
    )
