"""keys new: a key for people's words."""

from __future__ import annotations

from collections.abc import Callable

import typer

from cli.service import console


def add_to(app: typer.Typer, new_key: Callable[[], str]) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="The keys that encrypt what people write.")
    app.add_typer(group, name="keys")

    @group.command("new")
    def new() -> None:
        """Print a fresh key for QA_DATA_KEYS; put it first, and keep the old ones after it."""
        console.print(new_key(), markup=False)
