"""Brings a database to the newest tables, and tells whether it is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import migration_engine

MIGRATIONS = Path(__file__).parent / "migrations"


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
    """The revisions that a migrated database stands at."""
    return frozenset(ScriptDirectory.from_config(config()).get_heads())


def config() -> Config:
    """Alembic's configuration; no file is needed."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    return made


def _upgrade(connection: Connection, revision: str) -> None:
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
    return frozenset(MigrationContext.configure(connection).get_current_heads())
