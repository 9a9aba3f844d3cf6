from __future__ import annotations

import asyncio
from datetime import datetime

import pytest
from sqlalchemy.exc import DBAPIError

from bot.delivery.drawing import Drawing
from bot.delivery.painting import Painted, asks
from domain.delivery.message import Lane, Message
from domain.refs import Ref
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.bot.delivery.desk import NOW, card, form
from usecases.ports import UnitOfWork


class Painter:
    """Writes down what it was asked for, and with how many units of work."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.units: set[int] = set()

    async def __call__(self, uow: UnitOfWork, message: Message, _: datetime) -> Painted | None:
        self.kinds.append(message.kind)
        self.units.add(id(uow))
        await uow.outbox.latest("ada", [message.kind])
        if message.kind == "broken":
            assert isinstance(uow, SqlUnitOfWork)
            await uow.connection.exec_driver_sql("SELECT nothing FROM nowhere")
        return None if message.kind == "moot" else Painted(card=card(message.kind))


def message(kind: str, lane: Lane = Lane.ORDINARY) -> Message:
    return Message(
        id=1,
        lane=lane,
        kind=kind,
        subject=Ref("audit", "1"),
        recipient="ada",
        attempts=1,
        lease_token="token",
    )


async def test_what_is_wanted_at_once_is_drawn_in_one_transaction(units: SqlUnitsOfWork) -> None:
    painter = Painter()
    drawing = Drawing(units, painter)
    wanted = [message(kind) for kind in ("offer", "moot", "nudge")]
    drawn = await asyncio.gather(*(drawing.draw(each, NOW) for each in wanted))
    assert [each and each.card for each in drawn] == [card("offer"), None, card("nudge")]
    assert len(painter.units) == 1


async def test_an_urgent_card_is_drawn_first_and_leaves_first(units: SqlUnitsOfWork) -> None:
    painter = Painter()
    drawing = Drawing(units, painter)
    left: list[str] = []

    async def draw(wanted: Message) -> None:
        await drawing.draw(wanted, NOW)
        left.append(wanted.kind)

    wanted = [message("digest"), message("offer"), message("alert", Lane.URGENT)]
    await asyncio.gather(*map(draw, wanted))
    assert painter.kinds == ["alert", "digest", "offer"]
    assert left[0] == "alert"


async def test_a_card_that_cannot_be_drawn_takes_nobody_along(units: SqlUnitsOfWork) -> None:
    drawing = Drawing(units, Painter())
    wanted = [message("broken"), message("offer"), message("nudge")]
    error, *drawn = await asyncio.gather(
        *(drawing.draw(each, NOW) for each in wanted), return_exceptions=True
    )
    assert isinstance(error, DBAPIError)
    assert drawn == [Painted(card=card("offer")), Painted(card=card("nudge"))]


@pytest.mark.parametrize(("drawn", "open_"), [(card("offer"), False), (form("grading"), True)])
def test_a_form_is_known_by_its_inputs(drawn: dict[str, object], *, open_: bool) -> None:
    assert asks(drawn) is open_
