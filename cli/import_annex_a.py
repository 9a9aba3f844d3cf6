"""import annex-a: Ofsted's Annex A workbook, whose workers stand in it by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cli.importing import DRY_RUN, bytes_of, end, say
from cli.progress import Steps
from cli.service import OPERATOR, Open, run
from imports.annex_a import read_annex_a
from usecases.cases.import_cases import import_cases


def add_to(group: typer.Typer, open_service: Open) -> None:
    """Add the command."""

    @group.command("annex-a")
    def annex_a(file: Path, *, dry_run: Annotated[bool, DRY_RUN] = False) -> None:
        """Cases out of the lists 6 to 9; import the staff list first.

        Only the child's unique id, the team, the worker and the dates are read. Cases that are not
        in the workbook stay as they are.
        """
        run(_annex_a(open_service, file, dry_run=dry_run))


async def _annex_a(open_service: Open, file: Path, *, dry_run: bool) -> None:
    with Steps(2) as step:
        step("Reading the workbook")
        annex = read_annex_a(bytes_of(file), file.name)
        step("Checking and writing")
        async with open_service() as service, service.units() as uow:
            checked = await import_cases(
                uow,
                annex.cases,
                full=False,
                dry_run=dry_run,
                now=service.clock(),
                actor=OPERATOR,
                named=True,
            )
    placed = replace(checked, faults=[annex.placed(fault) for fault in checked.faults])
    say(placed, dry_run=dry_run)
    end(faulty=bool(checked.faults))
