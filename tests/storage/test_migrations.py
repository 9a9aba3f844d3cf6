from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage.engine import make_engines, migration_engine
from storage.migrate import BrokenReferenceError, config, is_current, newest, upgrade
from storage.tables import metadata
from storage.tables.nominations import LIBRARY_INDEX
from storage.work import SqlUnitsOfWork
from tests.databases import PostgresServer

ROOT = Path(__file__).parents[2]


def _differences(connection: Connection) -> list[object]:
    opts = {"compare_type": True, "include_name": _of_the_code}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, metadata))


def _of_the_code(name: str | None, kind: str, _parents: object) -> bool:
    """All but the index of words, which each database keeps in its own way."""
    return kind != "table" or not (name or "").startswith(LIBRARY_INDEX)


def _indexes(connection: Connection) -> dict[str, set[str | None]]:
    found = inspect(connection)
    return {name: {i["name"] for i in found.get_indexes(name)} for name in metadata.tables}


async def test_all_migrations_together_make_the_tables_of_the_code(units: SqlUnitsOfWork) -> None:
    async with units.engines.writing.connect() as connection:
        assert await connection.run_sync(_differences) == []
        indexes = await connection.run_sync(_indexes)

    for name, table in metadata.tables.items():
        assert {index.name for index in table.indexes} <= indexes[name]


async def test_the_partial_indexes_are_partial(sqlite_url: str) -> None:
    engines = make_engines(sqlite_url)
    async with engines.reading.connect() as connection:
        rows = await connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql > ''"))
        made = {row.name: row.sql for row in rows}
    await engines.dispose()
    partial = {
        str(index.name): str(index.dialect_options["sqlite"]["where"])
        for table in metadata.tables.values()
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    }

    assert partial
    assert {name for name, where in partial.items() if not made[name].endswith(where)} == set()


async def test_a_migrated_database_is_current(units: SqlUnitsOfWork) -> None:
    assert newest()
    assert await is_current(units.engines.reading)


async def test_an_older_and_a_newer_database_are_not_current(database_url: str) -> None:
    engine = migration_engine(database_url)
    for revision in ("0001", "9999"):
        async with engine.begin() as connection:
            stamp = text("UPDATE alembic_version SET version_num = :revision")
            await connection.execute(stamp, {"revision": revision})
        assert not await is_current(engine)
    await engine.dispose()


async def test_an_empty_database_is_not_current_until_it_is_upgraded(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/x.db"
    engine = migration_engine(url)
    assert not await is_current(engine)
    await upgrade(url)

    assert await is_current(engine)
    await upgrade(url)
    await engine.dispose()


async def _upgrade_in_a_process(url: str) -> int:
    code = "import asyncio, sys, storage.migrate as m; asyncio.run(m.upgrade(sys.argv[1]))"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, url, cwd=ROOT)
    return await process.wait()


async def test_replicas_may_upgrade_at_once(postgres: PostgresServer, tmp_path: Path) -> None:
    postgres.run("CREATE DATABASE {}", "twice")
    for url in (postgres.url_of("twice"), f"sqlite:///{tmp_path}/x.db"):
        assert await asyncio.gather(*(_upgrade_in_a_process(url) for _ in range(2))) == [0, 0]
        engine = migration_engine(url)
        assert await is_current(engine)
        await engine.dispose()
    postgres.run("DROP DATABASE {}", "twice")


async def test_every_migration_can_be_taken_back(database_url: str) -> None:
    engine = migration_engine(database_url)

    def downgrade(connection: Connection) -> list[str]:
        settings = config()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base")
        return inspect(connection).get_table_names()

    async with engine.begin() as connection:
        assert await connection.run_sync(downgrade) == ["alembic_version"]
    await upgrade(database_url)
    assert await is_current(engine)
    await engine.dispose()


async def test_a_migration_that_leaves_rows_hanging_is_undone(sqlite_url: str) -> None:
    engine = migration_engine(sqlite_url)
    async with engine.begin() as connection:
        await connection.execute(
            text("INSERT INTO absences VALUES (1, 'nobody', '2026-01-01', '2026-01-02', NULL)")
        )
    await engine.dispose()

    with pytest.raises(BrokenReferenceError, match="1 rows of absences point nowhere"):
        await upgrade(sqlite_url)


async def test_the_newest_revisions_are_those_that_alembic_finds() -> None:
    assert newest() == frozenset(ScriptDirectory.from_config(config()).get_heads())


async def test_alembic_is_loaded_by_whoever_migrates_and_by_nobody_else(sqlite_url: str) -> None:
    look = "is_current(make_engines(sys.argv[1]).reading)"
    code = (
        "import asyncio, sys; from storage.migrate import is_current; "
        "from storage.engine import make_engines; import wiring; "
        f"assert asyncio.run({look}); sys.exit('alembic' in sys.modules)"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, sqlite_url, cwd=ROOT)
    assert await process.wait() == 0
