"""keys new, keys rotate: the keys for people's words."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

import typer

from cli.service import console, run

Rotate = Callable[[], Coroutine[object, object, int]]


def add_to(app: typer.Typer, new_key: Callable[[], str], rotate: Rotate) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="The keys that encrypt what people write.")
    app.add_typer(group, name="keys")

    @group.command("new")
    def new() -> None:
        """Print a fresh key for QA_DATA_KEYS; put it first, and keep the old ones after it."""
        console.print(new_key(), markup=False)

    @group.command("rotate")
    def rotate_all() -> None:
        """Encrypt everything again with the first key; then the old ones can go."""
        console.print(f"{run(rotate())} rows are encrypted with the first key now.")
