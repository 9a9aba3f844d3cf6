"""Somebody of the council at work: they open cards, press buttons, type, fill in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dialogs.heard import Heard, Reply
from dialogs.listening import listen_safely
from domain.faults import Fault
from domain.people.person import Person
from domain.refs import Ref
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from usecases.council import Council
from usecases.pressing import Outcome, Press, press
from usecases.showing import Look, look_at
from year.buttons import buttons
from year.chats import Standing
from year.filling import Hand, filled
from year.habit import Move, Sight, moves_on

MOST_PRESSES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What somebody saw in answer to a press or to a typed line."""

    person: str
    kind: str
    about: Ref


@dataclass(slots=True)
class Readers:
    """All of them: what one person does at a moment. ``tells`` hears of what was shown."""

    units: SqlUnitsOfWork
    council: Council
    tells: Callable[[Shown], None]
    pressed: Callable[[str, Outcome], None]

    async def visit(self, person: str, standing: Standing, hand: Hand, now: datetime) -> None:
        """Somebody opens a card and does with it what it asks for."""
        if standing.stale or standing.kind != standing.home[0]:
            await self._drawn_anew(person, standing, now)
        tried: set[tuple[str, str]] = set()
        for _ in range(MOST_PRESSES):
            move = self._next(person, standing, hand, tried)
            if move is None:
                return
            tried.add((move.button.verb, move.button.ref))
            outcome = await self._press(person, standing, move, hand, now)
            if outcome and outcome.card:
                standing.card = outcome.card.render()
                standing.kind = outcome.view or standing.kind

    async def says(self, person: str, text: str, now: datetime) -> Reply | None:
        """Somebody types; None where they are not here any more."""
        async with self.units() as uow:
            actor = await uow.people.get(person)
            if actor is None:
                return None
            heard = Heard(uow=uow, council=self.council, actor=actor, text=text, now=now)
            reply = await listen_safely(heard)
            await uow.commit()
        return reply

    async def _drawn_anew(self, person: str, standing: Standing, now: datetime) -> None:
        """The card as Teams shows it since it has changed."""
        standing.stale = False
        standing.kind, about = standing.home
        async with self.units(reading=True) as uow:
            reader = await uow.people.get(person)
            if reader is None:
                return
            look = Look(uow=uow, council=self.council, reader=reader, about=about, now=now)
            card = await look_at(standing.kind, look)
        standing.card = card.render() if card else {}

    def _next(
        self, person: str, standing: Standing, hand: Hand, tried: set[tuple[str, str]]
    ) -> Move | None:
        """The first button that was not pressed yet; nobody presses the same one twice in a go."""
        sight = Sight(person=person, standing=standing, buttons=buttons(standing.card), hand=hand)
        for move in moves_on(sight):
            if (move.button.verb, move.button.ref) not in tried:
                return move
        return None

    async def _press(
        self, person: str, standing: Standing, move: Move, hand: Hand, now: datetime
    ) -> Outcome | None:
        inputs = {**filled(hand, move.button.around), **move.inputs}
        async with self.units() as uow:
            actor = await uow.people.get(person)
            if actor is None:
                return None
            stands = await uow.outbox.delivered(standing.chat, standing.activity)
            what = Press(
                verb=move.button.verb,
                ref=move.button.ref,
                version=move.button.version,
                inputs={name: value for name, value in inputs.items() if value},
                delivery_id=stands.id if stands else None,
            )
            outcome = await self._tried(uow, actor, what, now)
            await uow.commit()
        self.pressed(move.button.verb, outcome)
        if outcome.done and outcome.view and outcome.about:
            self.tells(Shown(person=person, kind=outcome.view, about=outcome.about))
        return outcome

    async def _tried(
        self, uow: SqlUnitOfWork, actor: Person, what: Press, now: datetime
    ) -> Outcome:
        try:
            return await press(uow, self.council, actor, what, now)
        except Fault as fault:  # the edge of the service says it to the person
            await uow.rollback()
            return Outcome(card=None, line=fault.message, done=False)
