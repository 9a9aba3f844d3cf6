"""A press, from the button's data to the card that takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.incoming import Incoming
from bot.teams.turns import InvokeAnswer
from bot.turns.who import Whereabouts
from cards.card import Card
from dialogs.heard import Heard
from dialogs.listening import listen
from domain.delivery.message import Delivery
from domain.faults import Fault
from domain.people.person import Person
from domain.refs import Ref
from usecases.asking import verbs
from usecases.council import Council
from usecases.people.access import refuse, request_access
from usecases.ports import UnitOfWork
from usecases.pressing import Outcome, Press, press
from usecases.responses.see_response import note_opened
from usecases.showing import Look, look_at

DONE_BEFORE = "That was already done, so nothing was changed."
WAYS_IN = frozenset({"check_access", "request_access"})


@dataclass(frozen=True, slots=True)
class Turn:
    """One activity with what it needs to be answered."""

    uow: UnitOfWork
    council: Council
    whereabouts: Whereabouts
    incoming: Incoming
    now: datetime

    async def first_time(self, action: str) -> bool:
        """Whether this activity has not been seen before."""
        return await self.uow.inbox.first_time(
            channel="msteams",
            conversation=self.incoming.conversation_id,
            activity=self.incoming.activity_id,
            action=action,
            now=self.now,
        )


async def answer(turn: Turn) -> InvokeAnswer:
    """The fresh card, or a sentence."""
    try:
        return await _answer(turn)
    except Fault as fault:
        await turn.uow.rollback()
        return InvokeAnswer.message(fault.message)


async def _answer(turn: Turn) -> InvokeAnswer:
    actor = await turn.whereabouts.find(turn.uow, turn.incoming, turn.now)
    if actor is None:
        return _card(await stranger(turn))
    if turn.incoming.verb in WAYS_IN:
        return await _let_in(turn, actor)
    delivery = await _stands_on(turn)
    if turn.incoming.automatic and delivery:
        await note_opened(turn.uow, actor, delivery.subject, turn.now)
    if turn.incoming.automatic or not await turn.first_time(_action(turn.incoming.verb)):
        return await _as_it_is(turn, actor, delivery)
    if turn.incoming.verb == "say_command":
        return await _say(turn, actor)
    outcome = await press(turn.uow, turn.council, actor, _press(turn, delivery), turn.now)
    if delivery is None:
        await _confirm(turn, actor, outcome)
    return _outcome(outcome, delivery, actor)


def _outcome(outcome: Outcome, delivery: Delivery | None, actor: Person) -> InvokeAnswer:
    if outcome.card is None:
        return InvokeAnswer.message(outcome.line)
    if delivery and _stays(delivery, outcome, actor):
        return InvokeAnswer("card", outcome.card.render(), shown_on=delivery.id)
    return _card(outcome.card)


def _stays(delivery: Delivery, outcome: Outcome, actor: Person) -> bool:
    """Whether the card in the chat will show what the answer shows, and no more or less."""
    card = (delivery.kind, delivery.subject, delivery.recipient)
    return outcome.done and outcome.plain and card == (outcome.view, outcome.about, actor.id)


def _action(verb: str) -> str:
    """The verb as it may be noted: what no card of ours says could hold anybody's words."""
    return verb if verb in verbs() or verb == "say_command" else "unknown"


async def stranger(turn: Turn) -> Card:
    """The polite refusal; its buttons ask for a way in."""
    account, name = turn.incoming.sender_aad_object_id or "", turn.incoming.sender_name or ""
    ask = request_access if turn.incoming.verb == "request_access" else refuse
    return await ask(turn.uow, turn.council, account, name, turn.now)


async def _let_in(turn: Turn, actor: Person) -> InvokeAnswer:
    """Somebody who was refused before and has been added since: the welcome."""
    look = Look(
        uow=turn.uow,
        council=turn.council,
        reader=actor,
        about=Ref("person", actor.id),
        now=turn.now,
    )
    card = await look_at("welcome", look)
    return _card(card) if card else InvokeAnswer.message(DONE_BEFORE)


async def _stands_on(turn: Turn) -> Delivery | None:
    """The sent card that the button stands on."""
    if not turn.incoming.reply_to_id:
        return None
    return await turn.uow.outbox.delivered(turn.incoming.conversation_id, turn.incoming.reply_to_id)


async def _as_it_is(turn: Turn, actor: Person, delivery: Delivery | None) -> InvokeAnswer:
    """A repeat or a refresh changes nothing: the card as it is now."""
    if delivery is None:
        return InvokeAnswer.message(DONE_BEFORE)
    look = Look(
        uow=turn.uow, council=turn.council, reader=actor, about=delivery.subject, now=turn.now
    )
    card = await look_at(delivery.kind, look)
    return _card(card) if card else InvokeAnswer.message(DONE_BEFORE)


async def _say(turn: Turn, actor: Person) -> InvokeAnswer:
    """A suggestion was pressed: the same as typing its word."""
    word = str(turn.incoming.data.get("id", "")).partition("-")[2]
    heard = Heard(uow=turn.uow, council=turn.council, actor=actor, text=word[:80], now=turn.now)
    reply = await listen(heard)
    return _card(reply.card) if reply.card else InvokeAnswer.message(reply.line)


def _press(turn: Turn, delivery: Delivery | None) -> Press:
    data = turn.incoming.data
    inputs = {
        key: value
        for key, value in data.items()
        if key not in {"id", "version", "verb"} and isinstance(value, str)
    }
    return Press(
        verb=turn.incoming.verb,
        ref=data.get("id"),
        version=data.get("version"),
        inputs=inputs,
        delivery_id=delivery.id if delivery else None,
    )


async def _confirm(turn: Turn, actor: Person, outcome: Outcome) -> None:
    """The card was sent although nobody knew: keep where it stands, and bring it up to date."""
    if not (turn.incoming.reply_to_id and outcome.about):
        return
    confirmed = await turn.uow.outbox.confirm(
        outcome.view,
        outcome.about,
        actor.id,
        conversation_id=turn.incoming.conversation_id,
        activity_id=turn.incoming.reply_to_id,
        now=turn.now,
    )
    if confirmed:  # the answer alone would be gone when Teams draws the chat anew
        await turn.uow.outbox.refresh(outcome.about, now=turn.now)


def _card(card: Card) -> InvokeAnswer:
    return InvokeAnswer.card(card.render())
