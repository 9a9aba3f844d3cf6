"""import people, import cases, import ssd, import annex-a."""

from __future__ import annotations

import typer

from cli import import_annex_a, import_lists, import_ssd
from cli.service import Open


def add_to(app: typer.Typer, open_service: Open) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="Staff and case lists, from CSV or a workbook.")
    app.add_typer(group, name="import")
    import_lists.add_to(group, open_service)
    import_ssd.add_to(group, open_service)
    import_annex_a.add_to(group, open_service)
