"""The turns of the service; one unit of work and one commit each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from bot.delivery.shown import Shown
from bot.incoming import Incoming
from bot.teams.turns import DialogAnswer, InvokeAnswer, Reply
from bot.teams.uploads import Uploads
from bot.turns import dropping, extending, offering, pressing, talking, welcoming
from bot.turns.who import Whereabouts
from usecases.council import Council
from usecases.people.reach import lose_reach
from usecases.ports import UnitOfWork, UnitsOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """How the dispatcher hears of a turn: that rows wait, and what its answer has just shown."""

    wake: Callable[[], None]
    shown: Shown = field(default_factory=Shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """Files: ``fetch`` downloads those dropped into a chat, ``uploads`` puts those asked for."""

    fetch: dropping.Fetch = dropping.fetch_nothing
    uploads: Uploads | None = None


class PracticeLoopTurns:
    """Implements ``bot.teams.turns.Turns``.

    ``carrying`` says how files come and go.
    """

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        council: Council,
        clock: Callable[[], datetime],
        onward: Onward,
        whereabouts: Whereabouts,
        carrying: Carrying = Carrying(),
    ) -> None:
        self._units = units
        self._council = council
        self._clock = clock
        self._onward = onward
        self._whereabouts = whereabouts
        self._carrying = carrying

    async def pressed(self, incoming: Incoming) -> InvokeAnswer:
        """A button."""
        now = self._clock()
        async with self._units() as uow:
            turn = pressing.Turn(uow, self._council, self._whereabouts, incoming, now)
            answer = await pressing.answer(turn)
            await uow.commit()
        if answer.shown_on is not None and isinstance(answer.value, dict):
            self._onward.shown.keep(answer.shown_on, now, answer.value)
        self._wake_for(uow)
        return answer

    async def extended(self, incoming: Incoming) -> DialogAnswer:
        """An action on a message of any chat."""
        async with self._turn(incoming) as turn:
            return await extending.answer(turn)

    async def offered(self, incoming: Incoming) -> Sequence[Reply]:
        """Yes or no to a file in one's OneDrive."""
        uploads = self._carrying.uploads
        return await offering.replies(lambda: self._turn(incoming), incoming, uploads)

    async def said(self, incoming: Incoming) -> Sequence[Reply]:
        """A typed message, or files dropped into the chat."""
        if incoming.files:
            return await dropping.replies(
                lambda: self._turn(incoming), incoming, self._carrying.fetch
            )
        now = self._clock()
        async with self._units() as uow:
            turn = pressing.Turn(uow, self._council, self._whereabouts, incoming, now)
            replies = await talking.replies(turn)
            await uow.commit()
        self._wake_for(uow)
        return replies

    async def installed(self, incoming: Incoming) -> Sequence[Reply]:
        """The bot was added to a chat: welcome, once."""
        now = self._clock()
        async with self._units() as uow:
            turn = pressing.Turn(uow, self._council, self._whereabouts, incoming, now)
            replies = await welcoming.welcome(turn)
            await uow.commit()
        self._wake_for(uow)
        return replies

    async def removed(self, incoming: Incoming) -> None:
        """The bot was taken out of a chat: the person cannot be reached from now on."""
        now = self._clock()
        async with self._units() as uow:
            person = await self._whereabouts.find(uow, incoming, now)
            if person and incoming.conversation_type == "personal":
                await uow.addresses.block(person.id, "uninstalled", now)
                await lose_reach(uow, person.id, "uninstalled", now)
            await uow.commit()
        self._wake_for(uow)

    async def noticed(self, incoming: Incoming) -> None:
        """Anything else changes nothing: an edited command is not run again."""

    @asynccontextmanager
    async def _turn(self, incoming: Incoming) -> AsyncIterator[pressing.Turn]:
        """A part of a turn that needs several: committed at its end, nothing on an error."""
        async with self._units() as uow:
            yield pressing.Turn(uow, self._council, self._whereabouts, incoming, self._clock())
            await uow.commit()
        self._wake_for(uow)

    def _wake_for(self, uow: UnitOfWork) -> None:
        """Most turns make nothing wait: a look at the outbox would cost as much as such a turn."""
        if uow.outbox.queued:
            self._onward.wake()
