"""Draws the cards that are about to go, as things are now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.delivery.painting import Paint, Painted
from bot.delivery.together import Case, Together
from domain.delivery.message import Lane, Message
from usecases.ports import UnitOfWork, UnitsOfWork

AT_ONCE = 16

Wanted = tuple[Message, datetime]


class Drawing:
    """Cards that are wanted at the same time are drawn in one transaction, urgent ones first.

    An urgent one goes on its way as soon as it is drawn. The others leave together, so that what
    becomes of them is written down together as well. What cannot be drawn holds up no other: it
    fails alone, and the transaction begins anew.
    """

    def __init__(self, units: UnitsOfWork, paint: Paint) -> None:
        self._units = units
        self._paint = paint
        self._together = Together[Wanted, Painted | None](self._draw_all, most=AT_ONCE)

    async def draw(self, message: Message, now: datetime) -> Painted | None:
        """The card of a message; None if there is nothing to show. Raises what drawing raised."""
        return await self._together.ask((message, now))

    async def _draw_all(self, cases: Sequence[Case[Wanted, Painted | None]]) -> None:
        drawn = []
        async with self._units(reading=True) as uow:
            for case in sorted(cases, key=_lane):
                painted = await self._draw(uow, case)
                if _lane(case) is Lane.URGENT:
                    case.give(painted)
                drawn.append((case, painted))
        for case, painted in drawn:
            case.give(painted)

    async def _draw(self, uow: UnitOfWork, case: Case[Wanted, Painted | None]) -> Painted | None:
        message, now = case.asked
        try:
            return await self._paint(uow, message, now)
        except Exception as error:  # noqa: BLE001 - a card that cannot be drawn blocks nobody
            case.fail(error)
            await uow.rollback()
            return None


def _lane(case: Case[Wanted, Painted | None]) -> Lane:
    return case.asked[0].lane
