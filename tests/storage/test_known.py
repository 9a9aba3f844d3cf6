"""A unit of work asks once, and never serves what it has written over or waited for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, event, select, text, update

from domain.audits.audit import SeatState
from domain.people.person import Absence
from storage.cipher import Cipher
from storage.tables import seats
from storage.work import SqlUnitOfWork, SqlUnitsOfWork, open_units
from tests.storage.seeds import ADA, BEN, NOW, committed_seat

DAY = Absence(first_day=date(2026, 10, 5), last_day=date(2026, 10, 9), cover="ben")


@contextmanager
def asked(uow: SqlUnitOfWork) -> Iterator[list[str]]:
    """Every statement of the unit meanwhile."""
    found: list[str] = []

    def note(_: Connection, _cursor: object, statement: str, *_more: Any) -> None:
        found.append(statement)

    listened = uow.connection.sync_connection
    event.listen(listened, "before_cursor_execute", note)
    yield found
    event.remove(listened, "before_cursor_execute", note)


async def test_a_seat_brings_along_all_that_is_around_it(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units(reading=True) as uow:
        await uow.people.get("ada")
        with asked(uow) as statements:
            assert await uow.audits.seat(seat.id) == seat
            audit = await uow.audits.get(seat.audit_id)
            assert audit is not None
            assert seat in await uow.audits.seats_of(audit.id)
            cycle = await uow.audits.cycle(audit.cycle_id)
            case = await uow.cases.get(audit.case_ref)
        assert len(statements) == 1
        assert (cycle is not None, case is not None) == (True, True)
        assert (cycle and cycle.programme, case and case.ref) == ("case_file_audit", audit.case_ref)


async def test_what_is_not_there_is_not_there_the_second_time_either(units: SqlUnitsOfWork) -> None:
    async with units(reading=True) as uow:
        for _ in range(2):
            assert await uow.audits.seat(7) is None
            assert await uow.audits.get(7) is None
            assert await uow.audits.seats_of(7) == []
            assert await uow.cases.get("C-7") is None
            assert await uow.addresses.of("ada") is None
            assert await uow.focuses.of("ada") is None


async def test_a_unit_reads_what_it_has_just_written(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        assert await uow.audits.seat(seat.id) == seat
        saved = await uow.audits.save_seat(replace(seat, state=SeatState.ACCEPTED, since=NOW))
        assert await uow.audits.seat(seat.id) == saved
        assert saved in await uow.audits.seats_of(seat.audit_id)


async def test_a_unit_forgets_what_is_written_past_its_repositories(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        await uow.audits.seat(seat.id)
        await uow.connection.execute(update(seats).values(why="Written as a statement"))
        changed = await uow.audits.seat(seat.id)
        assert changed is not None
        assert changed.why == "Written as a statement"
        await uow.connection.execute(text("UPDATE seats SET why = 'Written as text'"))
        changed = await uow.audits.seat(seat.id)
        assert changed is not None
        assert changed.why == "Written as text"


async def test_a_unit_forgets_what_is_rolled_back(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        await uow.audits.save_seat(replace(seat, state=SeatState.ACCEPTED, since=NOW))
        await uow.people.put([replace(ADA, roles=frozenset({"coordinator"}))])
        assert (await uow.people.all())["ada"].roles == {"coordinator"}
        await uow.audits.seat(seat.id)
        await uow.rollback()
        assert await uow.audits.seat(seat.id) == seat
        assert await uow.people.get("ada") == ADA


async def test_after_a_lock_that_may_have_waited_it_asks_anew(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        await uow.audits.seat(seat.id)
        await uow.connection.execute(select(seats.c.id).with_for_update())
        with asked(uow) as statements:
            await uow.audits.seat(seat.id)
        # SQLite knows no such lock: whoever writes there has begun alone
        assert len(statements) == (1 if units.engines.writing.dialect.name == "postgresql" else 0)


async def test_the_staff_list_outlives_other_writes_but_not_its_own(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        await uow.people.all()
        await uow.audits.save_seat(seat)
        with asked(uow) as statements:
            assert await uow.people.get("ben") == BEN
        assert statements == []
        await uow.people.put_absence("ben", DAY)
        assert await uow.people.get("ben") == replace(BEN, absences=(DAY,))


async def test_a_remembered_question_is_asked_once_until_something_is_written(
    units: SqlUnitsOfWork,
) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        first = await uow.notices.of_audit(seat.audit_id)
        first.clear()
        with asked(uow) as statements:
            assert await uow.notices.of_audit(seat.audit_id) == []
            assert statements == []
            await uow.notices.add(seat.audit_id, "ada", "worker")
            (told,) = await uow.notices.of_audit(seat.audit_id)
            told_anew = await uow.notices.of_audit(seat.audit_id)
        told_anew.clear()
        assert await uow.notices.of_audit(seat.audit_id) == [told]


async def test_what_was_read_before_a_turn_is_asked_anew_in_it(
    postgresql_url: str, cipher: Cipher
) -> None:
    units = open_units(postgresql_url, cipher)
    seat = await committed_seat(units)
    async with units() as late, units() as early:
        assert await late.notices.of_audit(seat.audit_id) == []
        await early.in_turn("seat-1")
        await early.notices.add(seat.audit_id, "ada", "worker")
        await early.commit()
        await late.in_turn("seat-1")
        assert len(await late.notices.of_audit(seat.audit_id)) == 1
    await units.close()
