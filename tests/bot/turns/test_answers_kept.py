"""An answer that the card in the chat will show as well is handed to the dispatcher."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery.painting import Painted
from bot.delivery.shown import Shown
from bot.teams.turns import InvokeAnswer
from bot.turns.turns import Onward, PracticeLoopTurns
from bot.turns.who import Whereabouts
from domain.delivery.message import Message
from domain.refs import Ref
from storage.work import SqlUnitOfWork
from tests.bot.turns.test_waking import MADE, came
from tests.town import Town

CARD = "sent-before"


def _turns(town: Town, shown: Shown) -> PracticeLoopTurns:
    return PracticeLoopTurns(
        units=town.units,
        council=town.council,
        clock=lambda: town.now,
        onward=Onward(wake=lambda: None, shown=shown),
        whereabouts=Whereabouts(),
    )


async def _stands(town: Town, kind: str, about: Ref, to: str, account: str) -> None:
    """A card of that kind stands in somebody's chat."""
    async with town.units() as uow:
        await uow.outbox.send(kind, about, to, now=town.now, once="for the test")
        for message in await _claimed(town, uow):
            if (message.kind, message.recipient) == (kind, to):
                chat = MADE.chat_of(account)
                await uow.outbox.sent(message, conversation_id=chat, activity_id=CARD, now=town.now)
        await uow.commit()


async def _claimed(town: Town, uow: SqlUnitOfWork) -> list[Message]:
    lease = timedelta(minutes=1)
    return list(await uow.outbox.claim(now=town.now, lease=lease, limit=50))


async def _updates(town: Town) -> list[Message]:
    """All updates that wait, one after another in each chat."""
    found: list[Message] = []
    async with town.units() as uow:
        while taken := await _claimed(town, uow):
            for each in taken:
                await uow.outbox.sent(each, conversation_id="", activity_id="", now=town.now)
            found += taken
    return [each for each in found if each.delivery_id is not None]


async def _pressed(
    town: Town, shown: Shown, kind: str
) -> tuple[InvokeAnswer, list[Painted | None]]:
    """Ada accepts on such a card; the answer, and what is at hand of the updates it causes."""
    audit = await town.audit("C-23087", lead="tess", peer="ada")
    seat = await town.seat(audit, "peer")
    about = Ref("seat", str(seat.id))
    await _stands(town, kind, about, "ada", "aad-ada")
    data = {"id": str(about), "version": seat.version}
    press = MADE.press("aad-ada", "accept_audit", data, replyToId=CARD)
    town.later(seconds=1)
    answer = await _turns(town, shown).pressed(came(press))
    assert answer.kind == "card"
    updates = await _updates(town)
    assert "ada" in {each.recipient for each in updates}
    return answer, [shown.take(each, town.now) for each in updates]


async def test_the_pressed_card_is_not_drawn_again(herefordshire: Town) -> None:
    shown = Shown()
    answer, found = await _pressed(herefordshire, shown, "audit_allocated")
    assert [each.card for each in found if each] == [answer.value]


async def test_a_card_of_another_kind_is_drawn(herefordshire: Town) -> None:
    shown = Shown()
    _, found = await _pressed(herefordshire, shown, "seat_vacant")
    assert not any(found)
