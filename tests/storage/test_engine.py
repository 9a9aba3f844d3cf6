from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.engine import DatabaseUrlError, driver_url, make_engines
from storage.work import SqlUnitsOfWork


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("sqlite:///var/x.db", "sqlite+aiosqlite"),
        ("postgresql://u@localhost/qa", "postgresql+asyncpg"),
        ("postgresql+psycopg://u@localhost/qa", "postgresql+asyncpg"),
    ],
)
def test_an_address_gets_the_async_driver(given: str, driver: str) -> None:
    assert driver_url(given).drivername == driver


@pytest.mark.parametrize("given", ["sqlite://", "sqlite:///:memory:", "mysql://u@localhost/qa"])
def test_an_address_that_would_lose_everything_is_refused(given: str) -> None:
    with pytest.raises(DatabaseUrlError):
        driver_url(given)


def test_the_way_of_encryption_is_said_in_libpqs_words() -> None:
    url = driver_url("postgresql://u@localhost/qa?host=/run&sslmode=verify-full")
    assert url.query == {"host": "/run", "ssl": "verify-full"}


def test_a_word_that_the_driver_does_not_know_is_refused_with_those_it_knows() -> None:
    with pytest.raises(DatabaseUrlError, match="'options'; it may say host, port, sslmode"):
        driver_url("postgresql://u@localhost/qa?options=-csearch_path%3Dx")


async def test_the_folder_of_a_file_is_made(tmp_path: Path) -> None:
    engines = make_engines(f"sqlite:///{tmp_path}/var/data/x.db")
    async with engines.writing.connect() as connection:
        await connection.execute(text("CREATE TABLE t (id INTEGER)"))
        await connection.commit()
    await engines.dispose()

    assert (tmp_path / "var" / "data" / "x.db").is_file()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("busy_timeout", 5000), ("synchronous", 2), ("foreign_keys", 1)],
)
async def test_sqlite_writes_so_that_nothing_is_lost(
    sqlite_url: str, pragma: str, value: object
) -> None:
    engines = make_engines(sqlite_url)
    async with engines.writing.connect() as connection:
        found = (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar_one()
    await engines.dispose()

    assert found == value


async def test_postgresql_ends_a_transaction_that_is_left_open(postgresql_url: str) -> None:
    engines = make_engines(postgresql_url)
    async with engines.writing.connect() as connection:
        shown = await connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout")
        found = shown.scalar_one()
    await engines.dispose()

    assert found == "30s"


async def test_a_reading_unit_cannot_write(units: SqlUnitsOfWork) -> None:
    async with units(reading=True) as uow:
        with pytest.raises(DBAPIError, match=r"(?i)read.?only"):
            await uow.connection.execute(text("DELETE FROM people"))


async def test_the_connection_that_was_used_last_is_used_first(postgresql_url: str) -> None:
    engines = make_engines(postgresql_url)
    who = text("SELECT pg_backend_pid()")
    async with engines.writing.connect() as one, engines.writing.connect() as two:
        first = (await one.execute(who)).scalar_one()
        assert (await two.execute(who)).scalar_one() != first
    async with engines.writing.connect() as again:
        assert (await again.execute(who)).scalar_one() == first  # it went back last
    await engines.dispose()
