"""framework list, show, check, coverage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from cli.service import console, said
from domain.frameworks.check import faults
from domain.frameworks.coverage import Covered, coverage
from domain.frameworks.show import show
from imports.framework_files import list_frameworks, load_framework


def add_to(app: typer.Typer, folder: Path) -> None:
    """Add the commands; ``folder`` holds the files."""
    group = typer.Typer(no_args_is_help=True, help="The councils' rules, as their files say them.")
    app.add_typer(group, name="framework")
    group.command("check")(check)

    @group.command("list")
    def list_all() -> None:
        """The frameworks that there are."""
        for found in list_frameworks(folder):
            console.print(f"{found.id:<20} {found.name}", markup=False)

    @group.command("show")
    def show_one(framework: str) -> None:
        """One framework as a page of text."""
        with said():
            console.print(show(load_framework(folder, framework)), markup=False)

    @group.command("coverage")
    def show_coverage(
        framework: str, *, as_json: Annotated[bool, typer.Option("--json")] = False
    ) -> None:
        """Row by row of the council's document, what in the file answers it."""
        with said():
            _print(coverage(load_framework(folder, framework)), as_json=as_json)


def check(file: Path) -> None:
    """Every fault of a file, as a sentence with its key; exit code 1 if there is any."""
    with said():
        found = faults(load_framework(file))
    for line in found:
        console.print(line, markup=False)
    if found:
        raise typer.Exit(1)
    console.print(f"{file} has no faults.", markup=False)


def _print(rows: list[Covered], *, as_json: bool) -> None:
    if as_json:
        found = [{"row": row.row, "entries": list(row.entries)} for row in rows]
        console.print_json(json.dumps(found))
        return
    for row in rows:
        console.print(f"{row.row}  {', '.join(row.entries) or 'NOTHING'}", markup=False)
