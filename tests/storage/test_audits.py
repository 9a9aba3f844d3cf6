from __future__ import annotations

import asyncio
from dataclasses import asdict, replace
from datetime import date, datetime

import pytest

from domain.audits.audit import Audit, AuditState, Cycle, Refusal, Seat, SeatState
from domain.faults import MovedOnFault
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import CYCLE, DUE, MINUTE, NOW, committed_seat, open_cycle


async def test_a_cycle_is_written_with_its_audits_and_seats(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        cycle_id = await open_cycle(uow)
        (south, its_seats), (north, _) = await uow.audits.of_cycle(cycle_id)

        kept = {**asdict(CYCLE), "occasion": "2026-10-01"}
        assert await uow.audits.cycle(cycle_id) == Cycle(id=cycle_id, **kept)
        assert (south.case_ref, north.case_ref) == ("C-2", "C-1")
        assert await uow.audits.get(south.id) == south
        assert south == Audit(
            id=south.id, cycle_id=cycle_id, case_ref="C-2", state=AuditState.OPEN, version=1
        )
        assert [(seat.role, seat.holder, seat.state) for seat in its_seats] == [
            ("lead", "ada", SeatState.OFFERED),
            ("peer", None, SeatState.VACANT),
        ]
        assert its_seats[0] == Seat(
            id=its_seats[0].id,
            audit_id=south.id,
            role="lead",
            holder="ada",
            state=SeatState.OFFERED,
            due_on=DUE,
            why="You hold no other seat.",
            since=NOW,
            version=1,
        )
        assert await uow.audits.seats_of(south.id) == its_seats
        assert await uow.audits.seat(its_seats[1].id) == its_seats[1]


async def test_what_is_not_there_is_none(units: SqlUnitsOfWork) -> None:
    async with units(reading=True) as uow:
        assert await uow.audits.cycle(7) is None
        assert await uow.audits.get(7) is None
        assert await uow.audits.seat(7) is None
        assert await uow.audits.of_cycle(7) == []


async def test_a_cycle_may_have_drawn_nothing(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        cycle_id = await uow.audits.open_cycle(CYCLE, (), NOW)

        assert cycle_id is not None
        assert await uow.audits.of_cycle(cycle_id) == []


async def test_a_programme_has_one_cycle_a_day(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.audits.open_cycle(CYCLE, (), NOW)

        assert await uow.audits.open_cycle(CYCLE, (), NOW) is None
        assert len(await uow.audits.cycles(CYCLE.programme)) == 1


async def test_cycles_of_a_programme_come_newest_first(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for opens_on in (date(2026, 9, 1), date(2026, 11, 2), date(2026, 10, 1)):
            await uow.audits.open_cycle(replace(CYCLE, opens_on=opens_on), (), NOW)
        await uow.audits.open_cycle(replace(CYCLE, programme="mape"), (), NOW)
        found = await uow.audits.cycles("case_file_audit")

    assert [cycle.opens_on.month for cycle in found] == [11, 10, 9]


async def test_records_audited_since_a_day_count_from_that_day(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)

        assert await uow.audits.audited_since(date(2026, 10, 1)) == {"C-1", "C-2"}
        assert await uow.audits.audited_since(date(2026, 10, 2)) == set()


async def test_live_seats_are_those_with_something_to_do(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        cycle_id = await open_cycle(uow)
        (_, (lead, _vacant)), (_, (other,)) = await uow.audits.of_cycle(cycle_id)
        started = await uow.audits.save_seat(replace(lead, state=SeatState.STARTED))
        await uow.audits.save_seat(replace(other, state=SeatState.SUBMITTED))

        assert await uow.audits.live_seats() == [started]
        assert await uow.audits.loads() == {started.holder: 1}


async def test_saving_a_seat_gives_the_next_version(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    changed = replace(
        seat,
        holder="ben",
        state=SeatState.ACCEPTED,
        due_on=date(2026, 11, 2),
        why="You are the cover.",
        since=NOW,
    )
    async with units() as uow:
        saved = await uow.audits.save_seat(changed)

        assert saved == replace(changed, version=2)
        assert await uow.audits.seat(seat.id) == saved


async def test_of_twenty_saves_of_the_same_version_one_wins(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)

    async def save(number: int) -> int | None:
        async with units() as uow:
            try:
                saved = await uow.audits.save_seat(replace(seat, why=f"reason {number}"))
            except MovedOnFault:
                return None
            await uow.commit()
        return saved.version and number

    winners = [n for n in await asyncio.gather(*map(save, range(1, 21))) if n is not None]
    async with units(reading=True) as uow:
        kept = await uow.audits.seat(seat.id)

    assert len(winners) == 1
    assert kept == replace(seat, why=f"reason {winners[0]}", version=2)


async def test_twenty_read_modify_writes_are_twenty_changes(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)

    async def save_until_it_holds(number: int) -> None:
        while True:
            async with units() as uow:
                found = await uow.audits.seat(seat.id)
                assert found
                try:
                    await uow.audits.save_seat(replace(found, why=f"{found.why}|{number}"))
                except MovedOnFault:
                    continue
                await uow.commit()
                return

    await asyncio.gather(*map(save_until_it_holds, range(20)))
    async with units(reading=True) as uow:
        kept = await uow.audits.seat(seat.id)

    assert kept
    assert kept.version == 21
    assert sorted(kept.why.split("|")[1:], key=int) == [str(n) for n in range(20)]


async def test_an_audit_moves_on_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        cycle_id = await open_cycle(uow)
        (audit, _), _ = await uow.audits.of_cycle(cycle_id)
        moved = await uow.audits.set_state(audit, AuditState.MODERATING)

        assert moved == replace(audit, state=AuditState.MODERATING, version=2)
        assert await uow.audits.get(audit.id) == moved
        with pytest.raises(MovedOnFault):
            await uow.audits.set_state(audit, AuditState.GRADED)


async def _submit(uow: SqlUnitOfWork, seat: Seat, at: datetime) -> None:
    await uow.audits.save_seat(replace(seat, state=SeatState.SUBMITTED, since=at))


async def test_an_audit_is_ready_once_every_seat_was_in_by_then(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        cycle_id = await open_cycle(uow)
        (south, (lead, peer)), (north, (other,)) = await uow.audits.of_cycle(cycle_id)
        await _submit(uow, lead, NOW)
        assert await uow.audits.ready(NOW) == []
        await _submit(uow, peer, NOW + MINUTE)
        await _submit(uow, other, NOW)

        assert await uow.audits.ready(NOW - MINUTE) == []
        assert await uow.audits.ready(NOW) == [north]
        assert await uow.audits.ready(NOW + MINUTE) == [south, north]
        await uow.audits.set_state(south, AuditState.GRADED)
        assert await uow.audits.ready(NOW + MINUTE) == [north]


async def test_refusals_are_remembered_oldest_first(units: SqlUnitsOfWork) -> None:
    later = Refusal(person_id="ada", reason="handed_over", at=NOW + MINUTE)
    first = Refusal(person_id="ben", reason="conflict", at=NOW, note="I know the family.")
    seat = await committed_seat(units)
    async with units() as uow:
        await uow.audits.add_refusal(seat.id, later)
        await uow.audits.add_refusal(seat.id, first)

        assert await uow.audits.refusals(seat.id) == [first, later]
        assert await uow.audits.refusals(seat.id + 1) == []


async def test_two_cycles_of_a_day_are_two_where_their_occasions_differ(
    units: SqlUnitsOfWork,
) -> None:
    """SEF-29: an audit at short notice beside the month's."""
    async with units() as uow:
        await open_cycle(uow)
        by_hand = replace(CYCLE, occasion="by-hand/2026-10-01/ab")
        assert await uow.audits.open_cycle(CYCLE, (), NOW) is None
        assert await uow.audits.open_cycle(by_hand, (), NOW) is not None
        assert await uow.audits.open_cycle(by_hand, (), NOW) is None


async def test_what_of_a_cycle_went_out_is_noted_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        cycle_id = await open_cycle(uow)
        (cycle,) = await uow.audits.to_begin()
        assert (cycle.id, cycle.noticed_at, cycle.offered_at) == (cycle_id, None, None)
        assert await uow.audits.begin(cycle, noticed_at=NOW, offered_at=None)
        assert not await uow.audits.begin(cycle, noticed_at=NOW, offered_at=None)
        (begun,) = await uow.audits.to_begin()
        assert await uow.audits.begin(begun, noticed_at=NOW, offered_at=NOW + MINUTE)
        assert await uow.audits.to_begin() == []
