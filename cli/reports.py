"""report NAME: what the service knows as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cli.service import Open, console, run
from domain.actions.tracker import TrackedLine
from domain.calendar.working_days import local_day
from domain.faults import Fault
from usecases.actions.tracking import whole_tracker

WriteActions = Callable[[Path, Sequence[TrackedLine], date], None]

OUT = typer.Option(help="a file that ends in .xlsx")


def add_to(app: typer.Typer, open_service: Open, write_actions: WriteActions) -> None:
    """Add the commands; ``write_actions`` writes the workbook."""
    reports = typer.Typer(no_args_is_help=True, help="Reports as files.")
    app.add_typer(reports, name="report")

    @reports.command("actions")
    def actions(out: Annotated[Path, OUT]) -> None:
        """The central tracker: every open action, and those done in the last 90 days."""
        number = run(_actions(open_service, write_actions, out))
        console.print(f"{number} actions are in {out}.", markup=False)

    @reports.callback()
    def group() -> None:
        """Reports as files."""


async def _actions(open_service: Open, write: WriteActions, out: Path) -> int:
    if out.suffix != ".xlsx":
        raise Fault(f"I write .xlsx, not {out.suffix or 'a file without an ending'}.")
    async with open_service() as service, service.units(reading=True) as uow:
        now = service.clock()
        lines = await whole_tracker(uow, service.council, now)
    write(out, lines, local_day(now))
    return len(lines)
