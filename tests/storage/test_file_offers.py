from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.faults import MovedOnFault
from domain.files.offer import FileOffer, NewOffer, OfferState, Place
from domain.refs import Ref
from storage.tables import file_offers
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import ADA, BEN, MINUTE, NOW

NEW = NewOffer(person_id="ada", kind="ledger", about=Ref("response", "41"))
PLACE = Place(url="https://council.example/personal/ada/canary é.xlsx", unique_id="1150d938")


async def _asked(units: SqlUnitsOfWork) -> FileOffer:
    async with units() as uow:
        await uow.people.put([ADA, BEN])
        offer = await uow.file_offers.add(NEW, NOW)
        await uow.commit()
    return offer


async def test_an_offer_comes_back_as_it_was_made(units: SqlUnitsOfWork) -> None:
    offer = await _asked(units)
    assert (offer.state, offer.asked_at, offer.version) == (OfferState.ASKED, NOW, 1)
    assert (offer.person_id, offer.about, offer.place) == ("ada", Ref("response", "41"), None)
    async with units(reading=True) as uow:
        assert await uow.file_offers.get(offer.id) == offer
        assert await uow.file_offers.get(offer.id + 1) is None


async def test_where_it_was_put_is_sealed_and_comes_back(units: SqlUnitsOfWork) -> None:
    offer = await _asked(units)
    landed = replace(offer, state=OfferState.LANDED, taken_at=NOW + MINUTE, place=PLACE)
    async with units() as uow:
        saved = await uow.file_offers.save(landed)
        await uow.commit()
    assert saved == replace(landed, version=2)
    async with units(reading=True) as uow:
        assert await uow.file_offers.get(offer.id) == saved
        kept = (await uow.connection.execute(select(file_offers.c.place))).scalar_one()
    assert "council" not in kept


async def test_of_two_who_take_it_on_one_loses(units: SqlUnitsOfWork) -> None:
    offer = await _asked(units)
    taken = replace(offer, state=OfferState.TAKEN, taken_at=NOW)
    async with units() as uow:
        await uow.file_offers.save(taken)
        with pytest.raises(MovedOnFault):
            await uow.file_offers.save(taken)


async def test_old_ones_are_forgotten_and_their_numbers_not_given_again(
    units: SqlUnitsOfWork,
) -> None:
    offer = await _asked(units)
    async with units() as uow:
        assert await uow.file_offers.forget_before(NOW) == 0
        assert await uow.file_offers.forget_before(NOW + MINUTE) == 1
        again = await uow.file_offers.add(NEW, NOW + timedelta(days=8))
        assert again.id > offer.id
        await uow.commit()
