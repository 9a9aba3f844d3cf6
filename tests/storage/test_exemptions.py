"""Who is excused and when; and who held which seat before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.audit import AuditState
from domain.audits.exemption import Spell
from domain.audits.rota import Held
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import committed_seat

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)


def spell(person: str) -> Spell:
    return Spell(person_id=person, cycle_id=1, first_day=FIRST, last_day=LAST, noun="deep dive")


async def test_the_people_of_a_cycle_are_replaced_as_a_whole(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        await uow.exemptions.put(1, [spell("ada"), spell("ben")])
        await uow.exemptions.put(1, [spell("ben")])
        await uow.commit()
        assert await uow.exemptions.of_cycle(1) == [spell("ben")]
        await uow.exemptions.put(1, [])
        assert await uow.exemptions.of_cycle(1) == []


async def test_a_spell_is_found_on_its_first_and_its_last_day_only(
    units: SqlUnitsOfWork,
) -> None:
    await committed_seat(units)
    async with units() as uow:
        await uow.exemptions.put(1, [spell("ada")])
        for day, found in (
            (date(2026, 9, 30), []),
            (FIRST, [spell("ada")]),
            (LAST, [spell("ada")]),
            (date(2026, 11, 1), []),
        ):
            assert await uow.exemptions.between(day, day) == found
        assert await uow.exemptions.between(date(2026, 1, 1), date(2026, 12, 31)) == [spell("ada")]


async def test_a_cycle_that_was_cancelled_whole_excuses_nobody(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        await uow.exemptions.put(1, [spell("ada")])
        for audit, _ in await uow.audits.of_cycle(1):
            assert await uow.exemptions.between(FIRST, LAST) == [spell("ada")]
            await uow.audits.set_state(audit, AuditState.CANCELLED)
        assert await uow.exemptions.between(FIRST, LAST) == []


async def test_who_held_which_seat_is_counted_by_cycle(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    held = Held(person_id="ada", role="lead", opens_on=FIRST, times=2)
    november = date(2026, 11, 1)
    async with units() as uow:
        assert await uow.audits.roles_held("case_file_audit", FIRST, november) == [held]
        assert await uow.audits.roles_held("case_file_audit", FIRST, FIRST) == []
        assert await uow.audits.roles_held("case_file_audit", november, november) == []
        assert await uow.audits.roles_held("another", FIRST, november) == []
        audit, _ = (await uow.audits.of_cycle(1))[0]
        await uow.audits.set_state(audit, AuditState.CANCELLED)
        once = replace(held, times=1)
        assert await uow.audits.roles_held("case_file_audit", FIRST, november) == [once]
