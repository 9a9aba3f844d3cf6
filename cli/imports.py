"""import people, import cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeVar

import typer

from cli.service import OPERATOR, Open, console, run
from domain.cases import case_list
from domain.faults import Fault
from domain.lists.checked import Checked
from domain.lists.describe import describe
from domain.lists.table import Table
from domain.people import staff_list
from imports.tables import read_table
from usecases.cases.import_cases import import_cases
from usecases.people.import_people import import_people
from usecases.people.role_spellings import role_spellings

T = TypeVar("T")
DRY_RUN = typer.Option("--dry-run", help="say what would change, write nothing")


def add_to(app: typer.Typer, open_service: Open) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="Staff and case lists, from CSV or a workbook.")
    app.add_typer(group, name="import")

    @group.command("people")
    def people(
        file: Path,
        *,
        dry_run: Annotated[bool, DRY_RUN] = False,
        full: Annotated[bool, typer.Option("--full", help="who is not in it has left")] = False,
    ) -> None:
        """Bring the staff list up to date; all or nothing, every fault with its row."""
        run(_people(open_service, file, dry_run=dry_run, full=full))

    @group.command("cases")
    def cases(
        file: Path,
        *,
        dry_run: Annotated[bool, DRY_RUN] = False,
        full: Annotated[bool, typer.Option("--full", help="what is not in it is closed")] = False,
    ) -> None:
        """Bring the records up to date, by reference; all or nothing, every fault with its row."""
        run(_cases(open_service, file, dry_run=dry_run, full=full))


async def _people(open_service: Open, file: Path, *, dry_run: bool, full: bool) -> None:
    table = _read(file, staff_list.COLUMNS.names)
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
    _say(checked, dry_run=dry_run)


async def _cases(open_service: Open, file: Path, *, dry_run: bool, full: bool) -> None:
    table = _read(file, case_list.COLUMNS.names)
    async with open_service() as service, service.units() as uow:
        checked = await import_cases(
            uow, table, full=full, dry_run=dry_run, now=service.clock(), actor=OPERATOR
        )
    _say(checked, dry_run=dry_run)


def _read(file: Path, expected: tuple[str, ...]) -> Table:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Fault(f"{file} cannot be read, so nothing was written.") from error
    return read_table(data, file.name, expected=expected)


def _say(checked: Checked[T], *, dry_run: bool) -> None:
    for line in describe(checked, dry_run=dry_run):
        console.print(line, markup=False)
    if checked.faults:
        raise typer.Exit(1)
