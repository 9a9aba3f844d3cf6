"""import people, import cases: lists under our own headings, or under mapped ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from cli.importing import DRY_RUN, bytes_of, end, say, tell
from cli.progress import Steps
from cli.service import OPERATOR, Open, run, said
from domain.cases import case_list
from domain.frameworks.spellings import role_spellings
from domain.lists.checked import Checked
from domain.lists.table import Table
from domain.people import staff_list
from imports.columns import suggest_columns
from imports.mapping_files import load_columns
from imports.tables import AS_WRITTEN, read_table
from usecases.cases.import_cases import import_cases
from usecases.people.import_people import import_people

COLUMNS = typer.Option("--columns", help='a TOML file of your headings: ref = "Person ID"')
MappingFile = Annotated[Path | None, COLUMNS]


def add_to(group: typer.Typer, open_service: Open) -> None:
    """Add the commands."""

    @group.command("people")
    def people(
        file: Path,
        *,
        columns: MappingFile = None,
        dry_run: Annotated[bool, DRY_RUN] = False,
        full: Annotated[bool, typer.Option("--full", help="who is not in it has left")] = False,
    ) -> None:
        """Bring the staff list up to date; all or nothing, every fault with its row."""
        headings = _headings(columns, staff_list.COLUMNS.names)
        run(_people(open_service, file, headings, dry_run=dry_run, full=full))

    @group.command("cases")
    def cases(
        file: Path,
        *,
        columns: MappingFile = None,
        dry_run: Annotated[bool, DRY_RUN] = False,
        full: Annotated[bool, typer.Option("--full", help="what is not in it is closed")] = False,
    ) -> None:
        """Bring the records up to date, by reference; all or nothing, every fault with its row."""
        headings = _headings(columns, case_list.COLUMNS.names)
        run(_cases(open_service, file, headings, dry_run=dry_run, full=full))


async def _people(
    open_service: Open, file: Path, headings: Mapping[str, str], *, dry_run: bool, full: bool
) -> None:
    names = staff_list.COLUMNS.names
    with Steps(2) as step:
        step("Reading the file")
        table = read_table(bytes_of(file), file.name, expected=names, headings=headings)
        step("Checking and writing")
        async with open_service() as service, service.units() as uow:
            checked = await import_people(
                uow,
                table,
                roles=role_spellings(service.council.framework),
                full=full,
                dry_run=dry_run,
                now=service.clock(),
                actor=OPERATOR,
            )
    _say(checked, table, names, dry_run=dry_run)


async def _cases(
    open_service: Open, file: Path, headings: Mapping[str, str], *, dry_run: bool, full: bool
) -> None:
    names = case_list.COLUMNS.names
    with Steps(2) as step:
        step("Reading the file")
        table = read_table(bytes_of(file), file.name, expected=names, headings=headings)
        step("Checking and writing")
        async with open_service() as service, service.units() as uow:
            checked = await import_cases(
                uow, table, full=full, dry_run=dry_run, now=service.clock(), actor=OPERATOR
            )
    _say(checked, table, names, dry_run=dry_run)


def _headings(columns: Path | None, names: tuple[str, ...]) -> Mapping[str, str]:
    if columns is None:
        return AS_WRITTEN
    with said():
        return load_columns(columns, names)


def _say(checked: Checked[object], table: Table, names: tuple[str, ...], *, dry_run: bool) -> None:
    say(checked, dry_run=dry_run)
    if any(fault.row == table.heading_row for fault in checked.faults):
        found = suggest_columns(table.headings, names)
        lines = [f'{ours} = "{theirs}"' for ours, theirs in found.items()]
        tell(*(["A file for --columns could say:", *lines] if lines else []))
    end(faulty=bool(checked.faults))
