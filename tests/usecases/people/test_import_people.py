from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.lists.checked import Checked
from domain.people.person import Absence, Person
from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from tests.domain.lists.lists import table
from usecases.people.import_people import import_people

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ROLES = {"TM": "team_manager"}
STAFF = "id|name|email|aad_object_id|roles|team|line_manager\n"
TESS = "P-1|Tess Moor|tess@example.org|aad-tess|TM|North|P-2\n"
SAM = "P-2|Sam Reid|sam@example.org|aad-sam||Top|\n"


async def give(
    units: SqlUnitsOfWork, text: str, *, full: bool = False, dry_run: bool = False
) -> Checked[Person]:
    async with units() as uow:
        return await import_people(
            uow, table(text), roles=ROLES, full=full, dry_run=dry_run, now=NOW, actor="operator"
        )


async def kept(units: SqlUnitsOfWork) -> dict[str, Person]:
    async with units(reading=True) as uow:
        return await uow.people.all()


async def trail(units: SqlUnitsOfWork) -> list[tuple[str, str, dict[str, object]]]:
    async with units(reading=True) as uow:
        entries = await uow.trail.of(Ref("directory", "people"))
        return [(entry.actor, entry.action, dict(entry.details)) for entry in entries]


async def test_people_are_written_with_one_entry_in_the_trail(units: SqlUnitsOfWork) -> None:
    checked = await give(units, STAFF + TESS + SAM)
    assert checked.changes.new == ("P-1", "P-2")
    people = await kept(units)
    assert people["P-1"].line_manager == "P-2"
    assert people["P-1"].roles == {"team_manager"}
    assert await trail(units) == [
        ("operator", "imported", {"new": 2, "changed": 0, "left": 0, "returned": 0})
    ]


async def test_the_same_file_again_writes_nothing(units: SqlUnitsOfWork) -> None:
    await give(units, STAFF + TESS + SAM)
    again = await give(units, STAFF + TESS + SAM)
    assert (again.to_write, again.changes.unchanged) == ([], 2)
    assert len(await trail(units)) == 1


async def test_one_fault_keeps_everything_out(units: SqlUnitsOfWork) -> None:
    checked = await give(units, STAFF + TESS)
    assert [str(fault) for fault in checked.faults] == ["row 2, line_manager: no person 'P-2'"]
    assert await kept(units) == {}
    assert await trail(units) == []


async def test_a_dry_run_writes_nothing_but_says_what_it_would(units: SqlUnitsOfWork) -> None:
    checked = await give(units, STAFF + SAM, dry_run=True)
    assert [person.id for person in checked.to_write] == ["P-2"]
    assert await kept(units) == {}
    assert await trail(units) == []


async def test_leavers_keep_their_record_and_their_leave_and_may_return(
    units: SqlUnitsOfWork,
) -> None:
    await give(units, STAFF + TESS + SAM)
    leave = Absence(first_day=date(2026, 12, 1), last_day=date(2026, 12, 4), cover="P-2")
    async with units() as uow:
        await uow.people.put_absence("P-1", leave)
        await uow.commit()
    before = (await kept(units))["P-1"]

    await give(units, STAFF + SAM)
    assert (await kept(units))["P-1"] == before
    await give(units, STAFF + SAM, full=True)
    assert (await kept(units))["P-1"] == replace(before, left_on=date(2026, 11, 21))
    back = await give(units, STAFF + TESS + SAM, full=True)
    assert back.changes.returned == ("P-1",)
    assert (await kept(units))["P-1"] == before


async def test_two_people_may_swap_their_sign_ins(units: SqlUnitsOfWork) -> None:
    await give(units, STAFF + TESS + SAM)
    swapped = (TESS + SAM).replace("aad-tess", "x").replace("aad-sam", "aad-tess")
    await give(units, STAFF + swapped.replace("|x|", "|aad-sam|"))
    people = await kept(units)
    assert (people["P-1"].aad_object_id, people["P-2"].aad_object_id) == ("aad-sam", "aad-tess")
