"""Zed the stranger: refused politely, and asked for once."""

from __future__ import annotations

from cards.people.refused import Refused
from domain.refs import Ref
from tests.cast import PEOPLE, ZED_ACCOUNT, ZED_NAME
from tests.town import Town
from usecases.people.access import refuse, request_access


async def refused(town: Town, *, asks: bool = False) -> Refused:
    answer = request_access if asks else refuse
    async with town.units() as uow:
        card = await answer(uow, town.council, ZED_ACCOUNT, ZED_NAME, town.now)
        await uow.commit()
    await town.deliver()
    return card


async def test_the_stranger_learns_nothing_but_whom_to_ask(herefordshire: Town) -> None:
    card = await refused(herefordshire)
    said = str(card.render())
    assert "Cora Lindley" in said
    assert not any(one.name in said for one in PEOPLE.values() if one.id != "cora")
    assert not card.asked
    assert all(herefordshire.chat(name).cards == [] for name in PEOPLE)


async def test_the_same_stranger_keeps_the_same_reference(herefordshire: Town) -> None:
    first, again = await refused(herefordshire), await refused(herefordshire)
    assert first.ref == again.ref


async def test_asking_tells_the_coordinator_once(herefordshire: Town) -> None:
    first = await refused(herefordshire, asks=True)
    herefordshire.later(hours=3)
    again = await refused(herefordshire, asks=True)
    assert first.asked
    assert again.asked
    cora = herefordshire.chat("cora")
    assert cora.kinds == ["access_requested"]
    assert "Zed Marsh" in cora.words("access_requested")


async def test_only_coordinators_read_who_asks(herefordshire: Town) -> None:
    card = await refused(herefordshire, asks=True)
    for name in ("otto", "tess", "mo"):
        assert await herefordshire.chat(name).sees("access_requested", card.ref) is None
    assert await herefordshire.chat("cora").sees("access_requested", Ref("access", "none")) is None


async def test_without_a_coordinator_the_refusal_names_nobody(herefordshire: Town) -> None:
    await herefordshire.hires(*(type(one)(id=one.id, name=one.name) for one in PEOPLE.values()))
    card = await refused(herefordshire)
    assert card.coordinator == ""
    assert "Cora" not in str(card.render())
