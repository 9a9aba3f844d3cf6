from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from domain.people.person import Absence, Person
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import ADA, BEN

WEEK = Absence(first_day=date(2026, 10, 5), last_day=date(2026, 10, 9), cover="ben")
DAY = Absence(first_day=date(2026, 9, 1), last_day=date(2026, 9, 1))


async def test_people_come_back_as_they_were_put(units: SqlUnitsOfWork) -> None:
    gone = Person(
        id="cy",
        name="Cy Roe",
        email="cy@example.org",
        roles=frozenset({"team_manager", "auditor"}),
        team="North",
        service="Early help",
        working_days=frozenset({0, 2}),
        left_on=date(2026, 9, 1),
    )
    async with units() as uow:
        await uow.people.put([gone, ADA, BEN])

        assert await uow.people.get("cy") == gone
        assert await uow.people.get("dot") is None
        assert await uow.people.all() == {"ada": ADA, "ben": BEN, "cy": gone}


async def test_a_person_is_found_by_the_id_of_the_sign_in(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA, BEN])

        assert await uow.people.by_aad_object_id("aad-ben") == BEN
        assert await uow.people.by_aad_object_id("aad-zed") is None


async def test_absences_come_in_order_and_stay_when_a_person_is_put_again(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        await uow.people.put([ADA, BEN])
        await uow.people.put_absence("ada", WEEK)
        await uow.people.put_absence("ada", DAY)
        renamed = replace(ADA, name="Ada Moss")
        await uow.people.put([renamed])

        assert await uow.people.get("ada") == replace(renamed, absences=(DAY, WEEK))
        assert await uow.people.get("ben") == BEN
        assert (await uow.people.all())["ada"].absences == (DAY, WEEK)


async def test_the_same_days_again_change_the_cover(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA])
        await uow.people.put_absence("ada", WEEK)
        await uow.people.put_absence("ada", replace(WEEK, cover=None))
        ada = await uow.people.get("ada")

    assert ada
    assert ada.absences == (replace(WEEK, cover=None),)


async def test_two_people_can_swap_their_sign_ins(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA, BEN])
        await uow.people.put(
            [replace(ADA, aad_object_id="aad-ben"), replace(BEN, aad_object_id="aad-ada")]
        )
        ada = await uow.people.by_aad_object_id("aad-ben")

    assert ada
    assert ada.id == "ada"


async def test_one_sign_in_is_never_two_people(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA])
        with pytest.raises(IntegrityError):
            await uow.people.put([replace(BEN, aad_object_id="aad-ada")])


async def test_days_away_need_a_known_person(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        with pytest.raises(IntegrityError):
            await uow.people.put_absence("nobody", WEEK)


async def test_putting_nobody_changes_nothing(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([])

        assert await uow.people.all() == {}
