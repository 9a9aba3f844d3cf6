"""Each process keeps the staff list, and nobody keeps a right for a turn longer by it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, text, update

from domain.delivery.message import Address
from domain.focus import Focus
from domain.people.person import Absence, Person
from domain.refs import Ref
from storage.cipher import Cipher
from storage.tables import absences, directory, people
from storage.work import SqlUnitsOfWork, open_units
from tests.storage.seeds import ADA, BEN, NOW
from tests.storage.test_known import asked

DAY = Absence(first_day=date(2026, 10, 5), last_day=date(2026, 10, 9), cover="ben")


@pytest.fixture
async def other(database_url: str, cipher: Cipher) -> AsyncIterator[SqlUnitsOfWork]:
    """Another replica on the same database."""
    made = open_units(database_url, cipher)
    yield made
    await made.close()


async def ada(units: SqlUnitsOfWork) -> Person | None:
    """Ada as a turn of hers would find her."""
    async with units(reading=True) as uow:
        return await uow.people.by_aad_object_id("aad-ada")


async def put(units: SqlUnitsOfWork, *found: Person) -> None:
    async with units() as uow:
        await uow.people.put(found)
        await uow.commit()


async def test_a_role_taken_away_is_gone_at_the_next_turn_on_both_replicas(
    units: SqlUnitsOfWork, other: SqlUnitsOfWork
) -> None:
    await put(units, ADA, BEN)
    assert (await ada(units), await ada(other)) == (ADA, ADA)
    plain = replace(ADA, roles=frozenset())
    await put(other, plain)
    assert (await ada(units), await ada(other)) == (plain, plain)


async def test_who_left_or_signs_in_otherwise_is_so_on_both_replicas(
    units: SqlUnitsOfWork, other: SqlUnitsOfWork
) -> None:
    await put(units, ADA, BEN)
    assert await ada(other) == ADA
    gone = replace(ADA, left_on=date(2026, 10, 1))
    await put(units, gone)
    assert await ada(other) == gone
    await put(units, replace(ADA, aad_object_id=None))
    assert (await ada(units), await ada(other)) == (None, None)


async def test_days_away_are_known_to_both_replicas(
    units: SqlUnitsOfWork, other: SqlUnitsOfWork
) -> None:
    await put(units, ADA, BEN)
    assert await ada(other) == ADA
    async with units() as uow:
        await uow.people.put_absence("ada", DAY)
        await uow.commit()
    assert await ada(other) == replace(ADA, absences=(DAY,))


async def test_a_hand_in_the_database_is_noticed_as_well(units: SqlUnitsOfWork) -> None:
    await put(units, ADA, BEN)
    async with units() as uow:
        await uow.people.put_absence("ada", DAY)
        await uow.commit()
    assert await ada(units) == replace(ADA, absences=(DAY,))
    for change in (
        update(people).where(people.c.id == "ada").values(roles=[]),
        delete(absences),
        text("INSERT INTO absences (person_id, first_day, last_day) "
             "VALUES ('ada', '2026-12-01', '2026-12-02')"),
        text("DELETE FROM absences"),
        text("UPDATE people SET name = 'Ada Rowe' WHERE id = 'ada'"),
        text("DELETE FROM people WHERE id = 'ada'"),
    ):  # fmt: skip
        before = await ada(units)
        async with units.engines.writing.begin() as connection:
            await connection.execute(change)
        assert await ada(units) != before


async def test_what_is_rolled_back_is_nobodys_right(
    units: SqlUnitsOfWork, other: SqlUnitsOfWork
) -> None:
    await put(units, ADA, BEN)
    async with units() as uow:
        await uow.people.put([replace(ADA, roles=frozenset({"coordinator"}))])
        promoted = await uow.people.by_aad_object_id("aad-ada")
        assert promoted is not None
        assert promoted.roles == {"coordinator"}
    assert (await ada(units), await ada(other)) == (ADA, ADA)


async def test_a_write_that_is_not_committed_yet_is_seen_by_nobody_else(
    units: SqlUnitsOfWork, other: SqlUnitsOfWork
) -> None:
    await put(units, ADA, BEN)
    async with units() as uow:
        await uow.people.put([replace(ADA, roles=frozenset({"coordinator"}))])
        await uow.people.all()
        assert (await ada(units), await ada(other)) == (ADA, ADA)
        await uow.commit()
    promoted = replace(ADA, roles=frozenset({"coordinator"}))
    assert (await ada(units), await ada(other)) == (promoted, promoted)


async def test_a_known_directory_costs_one_statement_with_address_and_open_form(
    units: SqlUnitsOfWork,
) -> None:
    await put(units, ADA, BEN)
    address = Address(
        person_id="ada",
        tenant_id="tenant",
        aad_object_id="aad-ada",
        teams_user_id="29:ada",
        bot_id="28:bot",
        conversation_id="a:1",
        service_url="https://smba.trafficmanager.net/emea/",
    )
    form = Focus(kind="grading", subject=Ref("form", "1"), delivery_id=7)
    async with units() as uow:
        await uow.addresses.remember(address, NOW)
        await uow.focuses.set("ada", form, NOW)
        await uow.people.all()
        await uow.commit()
        await uow.people.all()
    async with units(reading=True) as uow:
        with asked(uow) as statements:
            assert await uow.people.by_aad_object_id("aad-ada") == ADA
            assert await uow.people.get("ben") == BEN
            assert await uow.people.all() == {"ada": ADA, "ben": BEN}
            assert await uow.addresses.of("ada") == address
            assert await uow.focuses.of("ada") == form
        assert len([each for each in statements if each.startswith("SELECT")]) == 1


async def test_a_stamp_never_comes_back(units: SqlUnitsOfWork) -> None:
    stamps = set()
    for _ in range(3):
        await put(units, ADA)
        async with units(reading=True) as uow:
            stamps.add((await uow.connection.execute(directory.select())).one().stamp)
    assert len(stamps) == 3
