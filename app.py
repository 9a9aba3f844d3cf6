"""The command line. ``python app.py --help`` lists what can be asked."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from cli import agenda, cycles, frameworks, imports, keys, rehearse, reports, responses, trail
from cli.logs import configure_logs
from cli.service import Service, console, run
from domain.actions.tracker import TrackedLine
from domain.faults import Fault
from imports.framework_files import load_framework
from settings import Settings
from storage.cipher import Cipher
from storage.migrate import is_current, upgrade
from storage.rotation import rotate
from usecases.responses.ledger import Json
from wiring import clock_on_copy, make_council, make_units, serving, the_time


async def serve(settings: Settings) -> None:
    """Answer Teams until the process is told to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    if settings.local and not await _is_current(settings):
        await upgrade(settings.database_url)
    if not await _is_current(settings):
        raise Fault("The database is behind this version. Run: python app.py db upgrade")
    async with serving(settings) as running:
        console.print(f"Listening on {settings.host}:{running.port}. Stop with Ctrl-C.")
        await stop.wait()


async def _is_current(settings: Settings) -> bool:
    units = make_units(settings)
    try:
        return await is_current(units.engines.reading)
    finally:
        await units.close()


@cache
def the_settings() -> Settings:
    """The settings of the environment, read when the first command needs them."""
    return Settings()


@asynccontextmanager
async def open_service() -> AsyncIterator[Service]:
    """An open database for one command."""
    settings = the_settings()
    units = make_units(settings)
    try:
        yield Service(
            units=units,
            council=make_council(settings),
            clock=the_time,
        )
    finally:
        await units.close()


async def rotate_keys() -> int:
    """Encrypt people's words again with the first key; gives how many rows changed."""
    units = make_units(the_settings())
    try:
        return await rotate(units)
    finally:
        await units.close()


def write_actions(path: Path, lines: Sequence[TrackedLine], today: date) -> None:
    """The actions as a workbook."""
    # its library and numpy are 20 MiB that the service would hold for nothing
    from exports.actions_book import write_actions as write  # noqa: PLC0415 - see above

    write(path, lines, today)


def write_ledger(path: Path, found: Json) -> None:
    """The ledger of a response as a workbook."""
    from exports.ledger_book import write_ledger as write  # noqa: PLC0415 - as above

    write(path, found)


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
    help="Practice Loop: quality assurance of children's social care, in Microsoft Teams.",
)
database = typer.Typer(no_args_is_help=True, help="The database.")
app.add_typer(database, name="db")
agenda.add_to(app, open_service)
cycles.add_to(app, open_service)
frameworks.add_to(app, Path(os.environ.get("QA_FRAMEWORKS_FOLDER", "frameworks")))
imports.add_to(app, open_service)
keys.add_to(app, Cipher.new_key, rotate_keys)
rehearse.add_to(app, open_service, clock_on_copy)
reports.add_to(app, open_service, write_actions)
responses.add_to(app, open_service, write_ledger)
trail.add_to(app, open_service)


@app.command("serve")
def serve_command() -> None:
    """Answer Teams."""
    configure_logs(the_settings().log_level)
    run(serve(the_settings()))


@database.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to the newest tables; safe to repeat."""
    run(upgrade(the_settings().database_url))
    console.print("The database is up to date.")


@app.command("demo")
def demo_command(
    framework: Annotated[str, typer.Option(help="herefordshire, sefton, …")] = "herefordshire",
    *,
    headless: Annotated[bool, typer.Option("--headless", help="cards as text")] = False,
) -> None:
    """A fictional council to try everything with, in Microsoft's local Teams client."""
    from demo.walk import walk  # noqa: PLC0415 - the service itself has no use for it

    configure_logs("error")
    run(walk(serving, framework, headless=headless))


@app.command("year")
def year_command(
    framework: Annotated[str, typer.Argument(help="herefordshire, sefton, …")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="for other tools")] = False,
) -> None:
    """Twelve months of a fictional council in simulated time, and which rows it served."""
    from year.walk import walk as live  # noqa: PLC0415 - the service itself has no use for it

    folder = Path(os.environ.get("QA_FRAMEWORKS_FOLDER", "frameworks"))
    configure_logs("error")
    run(live(load_framework(folder, framework), as_json=as_json))


if __name__ == "__main__":
    app()
