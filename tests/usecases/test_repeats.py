"""A card that may come twice says so, whatever it is about."""

from __future__ import annotations

import pytest

from cards.card import all_cards
from domain.delivery.message import Lane, Message
from domain.refs import Ref
from tests.cards.walk import words
from tests.town import Town
from usecases.showing import AGAIN, paint, said_again


@pytest.mark.parametrize(("repeat", "times"), [(False, 0), (True, 1)])
async def test_a_reminder_that_is_sent_once_more_says_so(
    herefordshire: Town, repeat: bool, times: int
) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    seat = await herefordshire.seat(audit, "peer")
    message = Message(
        id=1,
        lane=Lane.ORDINARY,
        kind="audit_allocated",
        subject=Ref("seat", str(seat.id)),
        recipient="ada",
        attempts=1,
        lease_token="lease",
        repeat=repeat,
    )
    card = await herefordshire.read(
        lambda uow: paint(uow, herefordshire.council, message, herefordshire.now)
    )
    assert card is not None
    assert words(card.render()).count(AGAIN) == times


def test_what_says_it_by_itself_or_says_something_else_is_left_alone() -> None:
    urgent = all_cards()["immediate_response"].examples()[0]
    assert said_again(urgent) is urgent
    lacking = next(
        e for e in all_cards()["feedback_prompt"].examples() if getattr(e, "notice", None)
    )
    assert said_again(lacking) is lacking
    assert said_again(None) is None
