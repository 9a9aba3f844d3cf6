from __future__ import annotations

import asyncio
import re

from domain.people.access import AccessRequest
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW


async def test_a_request_has_a_short_code_that_stays(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        code = await uow.access.reference_for("aad-zed", "Zed Ash", NOW)

        assert re.fullmatch("[2-9BCDFGHJKMNPQRSTVWXZ]{4}", code)
        assert await uow.access.reference_for("aad-zed", "Zed Ash", NOW + MINUTE) == code
        assert await uow.access.reference_for("aad-yan", "Yan Ash", NOW) != code


async def test_a_request_is_found_by_its_code(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        code = await uow.access.reference_for("aad-zed", "Zed Ash", NOW)
        found = await uow.access.get(code)

        assert found == AccessRequest(
            reference=code, aad_object_id="aad-zed", name="Zed Ash", asked_at=NOW, told=False
        )
        assert await uow.access.get("????") is None


async def test_it_is_kept_that_the_team_has_been_told(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        code = await uow.access.reference_for("aad-zed", "Zed Ash", NOW)
        other = await uow.access.reference_for("aad-yan", "Yan Ash", NOW)
        await uow.access.told(code, NOW)
        asked, waiting = await uow.access.get(code), await uow.access.get(other)

    assert asked
    assert asked.told
    assert waiting
    assert not waiting.told


async def test_asking_in_two_chats_at_once_gives_one_code(units: SqlUnitsOfWork) -> None:
    async def ask(_: int) -> str:
        async with units() as uow:
            code = await uow.access.reference_for("aad-zed", "Zed Ash", NOW)
            await uow.commit()
        return code

    assert len(set(await asyncio.gather(*map(ask, range(8))))) == 1
