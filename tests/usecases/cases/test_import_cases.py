from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.cases.case import Case
from domain.lists.checked import Checked
from domain.people.person import Person
from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from tests.domain.lists.lists import table
from usecases.cases.import_cases import import_cases

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
HEAD = "ref|team|worker|status|opened_on\n"
ONE = "C-1|North|P-1|open|01/03/2026\n"
TWO = "C-2|South||open|\n"


@pytest.fixture
async def staffed(units: SqlUnitsOfWork) -> SqlUnitsOfWork:
    """The database with one worker."""
    async with units() as uow:
        await uow.people.put([Person(id="P-1", name="Wes Lund")])
        await uow.commit()
    return units


async def give(
    units: SqlUnitsOfWork, text: str, *, full: bool = False, dry_run: bool = False
) -> Checked[Case]:
    async with units() as uow:
        return await import_cases(
            uow, table(text), full=full, dry_run=dry_run, now=NOW, actor="operator"
        )


async def kept(units: SqlUnitsOfWork) -> dict[str, Case]:
    async with units(reading=True) as uow:
        return await uow.cases.all()


async def entries(units: SqlUnitsOfWork) -> list[dict[str, object]]:
    async with units(reading=True) as uow:
        return [dict(entry.details) for entry in await uow.trail.of(Ref("directory", "cases"))]


async def test_records_are_written_with_one_entry_in_the_trail(staffed: SqlUnitsOfWork) -> None:
    await give(staffed, HEAD + ONE + TWO)
    assert await kept(staffed) == {
        "C-1": Case(ref="C-1", team="North", worker="P-1", opened_on=date(2026, 3, 1)),
        "C-2": Case(ref="C-2", team="South"),
    }
    assert await entries(staffed) == [{"new": 2, "changed": 0, "left": 0, "returned": 0}]


async def test_the_same_file_again_writes_nothing(staffed: SqlUnitsOfWork) -> None:
    await give(staffed, HEAD + ONE)
    assert not (await give(staffed, HEAD + ONE)).to_write
    assert len(await entries(staffed)) == 1


async def test_one_fault_keeps_everything_out(staffed: SqlUnitsOfWork) -> None:
    checked = await give(staffed, HEAD + TWO + ONE.replace("P-1", "P-7"))
    assert [str(fault) for fault in checked.faults] == ["row 3, worker: no person 'P-7'"]
    assert await kept(staffed) == {}
    assert await entries(staffed) == []


async def test_a_dry_run_writes_nothing(staffed: SqlUnitsOfWork) -> None:
    assert (await give(staffed, HEAD + ONE, dry_run=True)).changes.new == ("C-1",)
    assert await kept(staffed) == {}
    assert await entries(staffed) == []


async def test_a_full_list_closes_what_it_leaves_out(staffed: SqlUnitsOfWork) -> None:
    await give(staffed, HEAD + ONE + TWO)
    await give(staffed, HEAD + ONE)
    assert (await kept(staffed))["C-2"].open
    await give(staffed, HEAD + ONE, full=True)
    assert not (await kept(staffed))["C-2"].open
