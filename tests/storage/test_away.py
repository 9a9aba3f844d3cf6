"""A database that is away, beside faults of ours that look alike."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from domain.faults import RecordsAwayFault
from storage.away import as_fault
from storage.cipher import Cipher
from storage.work import SqlUnitOfWork, SqlUnitsOfWork, open_units
from tests.databases import PostgresServer

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def is_cut_off(uow: SqlUnitOfWork, postgres: PostgresServer) -> None:
    """An administrator ends the connection of a unit of work."""
    found = await uow.connection.execute(text("SELECT pg_backend_pid()"))
    postgres.admin.execute("SELECT pg_terminate_backend(%s, 5000)", [found.scalar_one()])


async def test_a_wrong_statement_is_not_an_absence(units: SqlUnitsOfWork) -> None:
    with pytest.raises((OperationalError, ProgrammingError)):
        async with units() as uow:
            await uow.connection.execute(text("SELECT * FROM nowhere"))


async def test_an_error_of_a_use_case_passes_as_it_is(units: SqlUnitsOfWork) -> None:
    async def fails() -> None:
        async with units() as uow:
            await uow.people.get("nobody")
            raise LookupError

    with pytest.raises(LookupError):
        await fails()


async def test_a_connection_that_breaks_before_the_commit_kept_nothing(
    postgresql_url: str, postgres: PostgresServer, cipher: Cipher
) -> None:
    units = open_units(postgresql_url, cipher)

    async def greets() -> None:
        async with units() as uow:
            await uow.addresses.greeted("aad-ada", NOW)
            await is_cut_off(uow, postgres)
            await uow.people.get("ada")

    with pytest.raises(RecordsAwayFault) as raised:
        await greets()
    assert isinstance(raised.value.__cause__, DBAPIError)
    async with units() as uow:
        assert await uow.addresses.greeted("aad-ada", NOW), "the next one gets a new connection"
    await units.close()


async def test_a_connection_that_breaks_in_the_commit_leaves_open_what_was_kept(
    postgresql_url: str, postgres: PostgresServer, cipher: Cipher
) -> None:
    units = open_units(postgresql_url, cipher)

    async def greets() -> None:
        async with units() as uow:
            await uow.addresses.greeted("aad-ada", NOW)
            await is_cut_off(uow, postgres)
            await uow.commit()

    with pytest.raises(DBAPIError):
        await greets()
    await units.close()


async def test_a_server_that_is_not_there_is_away_on_the_way_in(cipher: Cipher) -> None:
    units = open_units("postgresql://127.0.0.1:1/nothing", cipher)
    with pytest.raises(RecordsAwayFault):
        async with units():
            raise AssertionError("it opened")
    await units.close()


@pytest.mark.parametrize(
    ("state", "away"),
    [("53100", True), ("57P01", True), ("55P03", True), ("40P01", True), ("42601", False)],
)
async def test_what_the_server_says_of_itself_is_told_from_a_fault_of_ours(
    postgresql_url: str, cipher: Cipher, state: str, away: bool
) -> None:
    """Disk full, stopped, locked, deadlocked; and a statement that is wrong."""
    units = open_units(postgresql_url, cipher)
    raises = f"DO $$ BEGIN RAISE EXCEPTION 'as told' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(RecordsAwayFault if away else DBAPIError):
        async with units() as uow:
            await uow.connection.execute(text(raises))
    await units.close()


async def test_a_socket_that_is_not_there_is_away(tmp_path: Path, cipher: Cipher) -> None:
    units = open_units(f"postgresql://u@/nothing?host={tmp_path}", cipher)
    with pytest.raises(RecordsAwayFault):
        async with units():
            raise AssertionError("it opened")
    await units.close()


def test_no_free_connection_in_time_is_an_absence() -> None:
    assert isinstance(as_fault(NoConnectionError(), committing=False), RecordsAwayFault)
    assert as_fault(None, committing=True) is None
