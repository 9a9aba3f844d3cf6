"""Brings a database to the newest tables, and tells whether it is there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import migration_engine

if TYPE_CHECKING:  # Alembic takes 11 MiB and a tenth of a second: only who migrates loads it
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_REVISION: Final = re.compile(r'^(down_)?revision = "(\w+)"$', re.MULTILINE)


class BrokenReferenceError(Exception):
    """A migration left rows that point to rows which are not there; it was undone."""


async def upgrade(url: str, revision: str = "head") -> None:
    """Run the migrations that are missing, all or none; replicas may ask for it at once."""
    engine = migration_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade, revision)
    finally:
        await engine.dispose()


async def is_current(engine: AsyncEngine) -> bool:
    """Whether every migration has been run and none that this version does not know."""
    async with engine.connect() as connection:
        done = await connection.run_sync(_revisions)
    return done == newest()


@cache
def newest() -> frozenset[str]:
    """The revisions that a migrated database stands at: those which no other one follows."""
    files = (MIGRATIONS / "versions").glob("*.py")
    named = [found for file in files for found in _REVISION.findall(file.read_text("utf-8"))]
    followed = {revision for before, revision in named if before}
    return frozenset(revision for before, revision in named if not before) - followed


def config() -> Config:
    """Alembic's configuration; no file is needed."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    return made


def _upgrade(connection: Connection, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 - see above

    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, revision)
    if connection.dialect.name == "sqlite":
        _check_references(connection)


def _check_references(connection: Connection) -> None:
    """SQLite's foreign keys are off while tables are copied, so look afterwards."""
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lost:
        raise BrokenReferenceError(f"{len(lost)} rows of {lost[0][0]} point nowhere")


def _revisions(connection: Connection) -> frozenset[str]:
    if not inspect(connection).has_table("alembic_version"):
        return frozenset()
    return frozenset(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())
