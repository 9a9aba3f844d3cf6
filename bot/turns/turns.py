"""The turns of the service; one unit of work and one commit each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.incoming import Incoming
from bot.teams.turns import InvokeAnswer, Reply
from bot.turns import pressing, talking, welcoming
from bot.turns.who import Whereabouts
from usecases.council import Council
from usecases.ports import UnitsOfWork


class PracticeLoopTurns:
    """Implements ``bot.teams.turns.Turns``. ``wake`` tells the dispatcher that rows wait."""

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        council: Council,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        whereabouts: Whereabouts,
    ) -> None:
        self._units = units
        self._council = council
        self._clock = clock
        self._wake = wake
        self._whereabouts = whereabouts

    async def pressed(self, incoming: Incoming) -> InvokeAnswer:
        """A button."""
        now = self._clock()
        async with self._units() as uow:
            turn = pressing.Turn(uow, self._council, self._whereabouts, incoming, now)
            answer = await pressing.answer(turn)
            await uow.commit()
        self._wake()
        return answer

    async def said(self, incoming: Incoming) -> Sequence[Reply]:
        """A typed message."""
        now = self._clock()
        async with self._units() as uow:
            turn = pressing.Turn(uow, self._council, self._whereabouts, incoming, now)
            replies = await talking.replies(turn)
            await uow.commit()
        self._wake()
        return replies

    async def installed(self, incoming: Incoming) -> Sequence[Reply]:
        """The bot was added to a chat: welcome, once."""
        now = self._clock()
        async with self._units() as uow:
            turn = pressing.Turn(uow, self._council, self._whereabouts, incoming, now)
            replies = await welcoming.welcome(turn)
            await uow.commit()
        self._wake()
        return replies

    async def removed(self, incoming: Incoming) -> None:
        """The bot was taken out of a chat: the person cannot be reached from now on."""
        now = self._clock()
        async with self._units() as uow:
            person = await self._whereabouts.find(uow, incoming, now)
            if person and incoming.conversation_type == "personal":
                await uow.addresses.block(person.id, "uninstalled", now)
            await uow.commit()

    async def noticed(self, incoming: Incoming) -> None:
        """Anything else changes nothing: an edited command is not run again."""
