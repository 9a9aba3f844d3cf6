"""What all imports share: options, reading a file, saying what came of it."""

from __future__ import annotations

from pathlib import Path

import typer

from cli.service import console
from domain.faults import Fault
from domain.lists.checked import Checked
from domain.lists.describe import describe

DRY_RUN = typer.Option("--dry-run", help="say what would change, write nothing")
FULL = typer.Option("--full", help="people not in it have left, cases not in it are closed")


def bytes_of(file: Path) -> bytes:
    """The file; raises a Fault where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise Fault(f"{file} cannot be read, so nothing was written.") from error


def say(checked: Checked[object], *, dry_run: bool) -> None:
    """Every fault, or what the list changes."""
    tell(*describe(checked, dry_run=dry_run))


def tell(*lines: str) -> None:
    """Lines as they are: what looks like markup in them is none."""
    for line in lines:
        console.print(line, markup=False)


def end(*, faulty: bool) -> None:
    """End with exit code 1 where anything was wrong."""
    if faulty:
        raise typer.Exit(1)
