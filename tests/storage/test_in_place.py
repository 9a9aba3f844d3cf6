from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.in_place import AT_ONCE, InPlaceConnection, connect_to

MANY = 2 * AT_ONCE + 3


class Counted(InPlaceConnection):
    """Counts the trips to its thread."""

    trips = 0

    async def _execute(self, fn, *args, **kwargs):  # type: ignore[no-untyped-def]  # as aiosqlite has it
        self.trips += 1
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]  # as aiosqlite has it


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[Counted]:
    opened = Counted(
        lambda: sqlite3.connect(tmp_path / "a.db", check_same_thread=False, isolation_level=None),
        iter_chunk_size=1,
    )
    async with opened:
        cursor = opened.cursor()
        await cursor.execute("CREATE TABLE rows (number INTEGER)")
        await cursor.executemany("INSERT INTO rows VALUES (?)", [(n,) for n in range(MANY)])
        await cursor.close()
        opened.trips = 0
        yield opened


async def test_a_statement_with_its_rows_takes_no_trip(connection: Counted) -> None:
    cursor = connection.cursor()
    await cursor.execute("SELECT number FROM rows WHERE number < ?", (3,))
    assert await cursor.fetchall() == [(0,), (1,), (2,)]
    await cursor.close()

    assert connection.trips == 0
    assert cursor.description[0][0] == "number"


async def test_what_may_wait_for_others_or_for_the_disk_leaves_the_loop_alone(
    connection: Counted,
) -> None:
    await connection.cursor().execute("BEGIN IMMEDIATE")
    assert connection.trips == 1
    await connection.cursor().execute("DELETE FROM rows")
    assert connection.trips == 1
    await connection.commit()
    assert connection.trips == 2


async def test_a_rollback_takes_no_trip(connection: Counted) -> None:
    await connection.rollback()
    await connection.cursor().execute("BEGIN IMMEDIATE")
    await connection.cursor().execute("DELETE FROM rows")
    await connection.rollback()
    assert connection.trips == 1  # to begin
    cursor = connection.cursor()
    await cursor.execute("SELECT count(*) FROM rows")
    assert await cursor.fetchall() == [(MANY,)]


async def test_whoever_gives_up_waiting_leaves_nothing_begun_behind(
    connection: Counted, tmp_path: Path
) -> None:
    blocker = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(connection.cursor().execute("BEGIN IMMEDIATE"))
    await asyncio.sleep(0)  # it has gone to the thread
    waiting.cancel()
    assert connection.busy
    blocker.execute("ROLLBACK")
    await connection.rollback()  # in line behind what was given up

    assert not connection.busy
    assert not connection.in_transaction
    blocker.execute("BEGIN IMMEDIATE")
    blocker.close()


async def test_statements_do_not_overtake_what_is_in_hand(connection: Counted) -> None:
    first = asyncio.create_task(connection.cursor().execute("BEGIN IMMEDIATE"))
    await asyncio.sleep(0)
    cursor = connection.cursor()
    await cursor.execute("SELECT count(*) FROM rows")
    assert first.done() or connection.trips == 2
    await first
    await connection.rollback()


async def test_every_row_of_a_long_answer_comes(connection: Counted) -> None:
    cursor = connection.cursor()
    await cursor.execute("SELECT number FROM rows ORDER BY number")
    assert await cursor.fetchall() == [(n,) for n in range(MANY)]

    assert connection.trips == 1


async def test_a_stream_takes_a_part_at_a_time_and_ends(connection: Counted) -> None:
    cursor = connection.cursor()
    await cursor.execute("SELECT number FROM rows ORDER BY number")
    read = []
    while part := await cursor.fetchmany(300):
        assert len(part) <= 300
        read += part
    assert read == [(n,) for n in range(MANY)]
    assert await cursor.fetchone() is None


async def test_a_cursor_that_is_left_early_locks_nothing(connection: Counted) -> None:
    cursor = connection.cursor()
    await cursor.execute("SELECT number FROM rows")
    assert await cursor.fetchone() == (0,)
    await cursor.close()

    other = connection.cursor()
    await other.execute("DROP TABLE rows")


async def test_a_write_tells_how_many_rows_it_touched(connection: Counted) -> None:
    cursor = connection.cursor()
    await cursor.execute("UPDATE rows SET number = 0 WHERE number < 5 RETURNING number")
    assert (await cursor.fetchall(), cursor.rowcount) == ([(0,)] * 5, 5)


async def test_a_fault_of_sqlite_is_raised_where_the_statement_was_run(connection: Counted) -> None:
    cursor = connection.cursor()
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        await cursor.execute("SELECT * FROM nowhere")


async def test_a_connection_is_usable_as_soon_as_it_is_awaited(tmp_path: Path) -> None:
    opened = connect_to(tmp_path / "b.db")
    await opened
    cursor = opened.cursor()
    await cursor.execute("SELECT 1")
    assert await cursor.fetchall() == [(1,)]
    await opened.close()


async def test_closing_twice_at_once_ends(connection: Counted) -> None:
    both = asyncio.gather(connection.close(), connection.close())
    await asyncio.wait_for(both, timeout=5)


async def test_a_close_ends_although_somebody_stopped_the_thread(connection: Counted) -> None:
    closing = asyncio.create_task(connection.close())
    await asyncio.wait({closing}, timeout=0)
    connection.stop()
    await asyncio.wait_for(closing, timeout=5)
