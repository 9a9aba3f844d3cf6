"""framework list, show, check, coverage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from cli.service import console, said
from domain.frameworks.check import faults
from domain.frameworks.coverage import Covered, coverage, totals, unanswered
from domain.frameworks.framework import Framework
from domain.frameworks.rows import ROWS
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
        framework: Annotated[str | None, typer.Argument()] = None,
        *,
        as_json: Annotated[bool, typer.Option("--json")] = False,
    ) -> None:
        """Row by row of a council's document, or of all five, what answers it and how far.

        Served: a test makes it happen. Declared: the file names it. Missing: nothing does.
        """
        with said():
            (_print_json if as_json else _print)(_documents(folder, framework))


def check(file: Path) -> None:
    """Every fault of a file, as a sentence with its key; exit code 1 if there is any."""
    with said():
        found = faults(load_framework(file))
    for line in found:
        console.print(line, markup=False)
    if found:
        raise typer.Exit(1)
    console.print(f"{file} has no faults.", markup=False)


def _documents(folder: Path, framework_id: str | None) -> dict[str, list[Covered]]:
    """The rows of one council by its name; of all, those without a file among them."""
    if framework_id:
        found = [load_framework(folder, framework_id)]
    else:
        found = [load_framework(folder, file.id) for file in list_frameworks(folder)]
    answered = {framework.name: coverage(framework) for framework in found}
    return answered if framework_id else answered | _without_file(found)


def _without_file(found: list[Framework]) -> dict[str, list[Covered]]:
    there = {framework.document.row_prefix for framework in found}
    return {
        f"{prefix}, no file": unanswered(prefix, rows)
        for prefix, rows in ROWS.items()
        if prefix not in there
    }


def _print_json(documents: dict[str, list[Covered]]) -> None:
    rows = [
        {"council": council, "row": row.row, "state": row.state, "entries": list(row.entries)}
        for council, covered in documents.items()
        for row in covered
    ]
    console.print_json(json.dumps(rows))


def _print(documents: dict[str, list[Covered]]) -> None:
    for rows in documents.values():
        for row in rows:
            named = ", ".join(row.entries)
            console.print(f"{row.row}  {row.state:<8}  {named}".rstrip(), markup=False)
    if len(documents) > 1:
        documents = documents | {"All": [row for rows in documents.values() for row in rows]}
    for council, rows in documents.items():
        count = totals(rows)
        console.print(
            f"{council}: {count.rows} rows, {count.served} served, {count.declared} declared, "
            f"{count.missing} missing",
            markup=False,
        )
