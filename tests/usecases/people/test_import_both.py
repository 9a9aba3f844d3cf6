from __future__ import annotations

from domain.frameworks.spellings import role_spellings
from domain.lists.table import Row, Table
from domain.refs import Ref
from tests.cast import NORTH
from tests.town import Town
from usecases.cases.import_cases import import_cases
from usecases.people.import_both import Both, import_both

NELL = {"id": "nell", "name": "Nell Reed", "roles": "SW", "team": NORTH}
CASE = {"ref": "C-1", "team": NORTH, "worker": "nell", "status": "open"}


def table(cells: dict[str, str]) -> Table:
    return Table(tuple(cells), (Row(2, cells),))


async def bring(
    town: Town, people: dict[str, str], cases: dict[str, str], *, dry_run: bool = False
) -> Both:
    async with town.units() as uow:
        return await import_both(
            uow,
            table(people),
            table(cases),
            roles=role_spellings(town.council.framework),
            full=False,
            dry_run=dry_run,
            now=town.now,
            actor="operator",
        )


async def written(town: Town) -> tuple[bool, bool]:
    """Whether the person and the case are there."""
    async with town.units(reading=True) as uow:
        return bool(await uow.people.get("nell")), bool(await uow.cases.get("C-1"))


async def test_a_case_may_have_a_worker_who_comes_with_it(herefordshire: Town) -> None:
    both = await bring(herefordshire, NELL, CASE)
    assert not both.faulty
    assert await written(herefordshire) == (True, True)
    async with herefordshire.units(reading=True) as uow:
        for noun in ("people", "cases"):
            entries = await uow.trail.of(Ref("directory", noun))
            assert [entry.action for entry in entries] == ["imported"]


async def test_once_more_writes_nothing(herefordshire: Town) -> None:
    await bring(herefordshire, NELL, CASE)
    again = await bring(herefordshire, NELL, CASE)
    assert again.cases
    assert (list(again.people.to_write), list(again.cases.to_write)) == ([], [])
    entries = await herefordshire.read(lambda uow: uow.trail.of(Ref("directory", "people")))
    assert len(entries) == 1


async def test_a_dry_run_checks_both_and_writes_neither(herefordshire: Town) -> None:
    both = await bring(herefordshire, NELL, CASE, dry_run=True)
    assert both.cases
    assert (len(both.people.to_write), len(both.cases.to_write)) == (1, 1)
    assert await written(herefordshire) == (False, False)


async def test_a_fault_in_the_cases_holds_the_people_back(herefordshire: Town) -> None:
    both = await bring(herefordshire, NELL, {**CASE, "status": "half"})
    assert both.faulty
    assert await written(herefordshire) == (False, False)


async def test_a_fault_in_the_people_leaves_the_cases_unread(herefordshire: Town) -> None:
    both = await bring(herefordshire, {**NELL, "roles": "juggler"}, CASE)
    assert both.faulty
    assert both.cases is None
    assert await written(herefordshire) == (False, False)


async def test_workers_may_stand_in_a_list_of_cases_by_name(herefordshire: Town) -> None:
    async with herefordshire.units() as uow:
        checked = await import_cases(
            uow,
            table({**CASE, "worker": "Tarn, Wes"}),
            full=False,
            dry_run=False,
            now=herefordshire.now,
            actor="operator",
            named=True,
        )
    assert not checked.faults
    case = await herefordshire.read(lambda uow: uow.cases.get("C-1"))
    assert case
    assert case.worker == "wes"
