from __future__ import annotations

from dataclasses import replace

from domain.delivery.message import Address
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW

ADA = Address(
    person_id="ada",
    tenant_id="tenant-1",
    aad_object_id="aad-ada",
    teams_user_id="29:ada",
    bot_id="28:bot",
    conversation_id="a:1",
    service_url="https://smba.example/uk/",
)


async def test_an_address_comes_back_as_teams_told_it(units: SqlUnitsOfWork) -> None:
    ben = replace(ADA, person_id="ben")
    async with units() as uow:
        await uow.addresses.remember(ben, NOW)
        await uow.addresses.remember(ADA, NOW)

        assert await uow.addresses.of("ada") == ADA
        assert await uow.addresses.of("zed") is None
        assert await uow.addresses.all() == {"ada": ADA, "ben": ben}
        assert await uow.addresses.of_all(["ben", "zed"]) == {"ben": ben}


async def test_what_teams_tells_later_counts(units: SqlUnitsOfWork) -> None:
    moved = replace(ADA, service_url="https://smba.example/emea/")
    async with units() as uow:
        await uow.addresses.remember(ADA, NOW)
        await uow.addresses.remember(moved, NOW + MINUTE)
        await uow.addresses.remember(ADA, NOW)

        assert await uow.addresses.of("ada") == moved


async def test_a_block_is_kept_until_teams_is_heard_again(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.addresses.remember(ADA, NOW)
        await uow.addresses.block("ada", "bot_removed", NOW)
        await uow.addresses.block("zed", "bot_removed", NOW)

        assert await uow.addresses.of("ada") == replace(ADA, blocked="bot_removed")
        assert await uow.addresses.of("zed") is None
        await uow.addresses.remember(ADA, NOW + MINUTE)
        assert await uow.addresses.of("ada") == ADA


async def test_an_address_is_never_remembered_as_blocked(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.addresses.remember(replace(ADA, blocked="old"), NOW)

        assert await uow.addresses.of("ada") == ADA


async def test_everybody_is_greeted_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.addresses.greeted("aad-ada", NOW)
        assert not await uow.addresses.greeted("aad-ada", NOW + MINUTE)
        assert await uow.addresses.greeted("aad-ben", NOW)
