from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.audits.audit import SeatState
from domain.faults import MovedOnFault
from domain.talks.pairing import Reading
from domain.talks.session import Coming
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import NOW, committed_seat

OCTOBER = date(2026, 10, 1)


async def test_only_submitted_seats_count_as_completed(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        assert await uow.pairings.completed() == {}
        await uow.audits.save_seat(replace(seat, state=SeatState.SUBMITTED))
        assert await uow.pairings.completed() == {"ada": 1}


async def test_a_seat_has_one_pair_and_the_newest_counts(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        first = await uow.pairings.pair(seat.id, "ada", "ben")
        second = await uow.pairings.pair(seat.id, "ben", "ada")

        assert await uow.pairings.get(first.id) is None
        assert await uow.pairings.of_seat(seat.id) == second
        assert second.id > first.id
        await uow.pairings.part(seat.id)
        assert await uow.pairings.of_seat(seat.id) is None


async def test_a_pair_is_open_until_the_work_is_fine(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        pair = await uow.pairings.pair(seat.id, "ada", "ben")
        back = await uow.pairings.save(
            replace(pair, reading=Reading.SENT_BACK, words="Say what changed", read_at=NOW)
        )

        assert await uow.pairings.open() == [back]
        assert await uow.pairings.get(pair.id) == back
        with pytest.raises(MovedOnFault):
            await uow.pairings.save(pair)
        await uow.pairings.save(replace(back, reading=Reading.FINE))
        assert await uow.pairings.open() == []


async def test_a_month_has_one_session_of_an_activity(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        session = await uow.sessions.open("reflective_session", OCTOBER)
        assert session is not None
        assert await uow.sessions.open("reflective_session", OCTOBER) is None
        saved = await uow.sessions.save(replace(session, starts_at=NOW))

        assert await uow.sessions.get(session.id) == saved
        with pytest.raises(MovedOnFault):
            await uow.sessions.save(session)


async def test_everybody_has_one_place_in_a_session(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        session = await uow.sessions.open("reflective_session", OCTOBER)
        assert session is not None
        (ada,) = await uow.sessions.invite(session.id, ["ada"])
        coming = await uow.sessions.save_place(replace(ada, coming=Coming.YES, idea="Do it twice"))

        places = await uow.sessions.invite(session.id, ["ada", "ben"])
        assert [place.person_id for place in places] == ["ada", "ben"]
        assert places[0] == coming == await uow.sessions.place(ada.id)
        with pytest.raises(MovedOnFault):
            await uow.sessions.save_place(ada)


async def test_the_audits_of_a_month_are_those_of_cycles_that_opened_in_it(
    units: SqlUnitsOfWork,
) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        assert seat.audit_id in await uow.sessions.audits_of_month(OCTOBER)
        assert await uow.sessions.audits_of_month(date(2026, 11, 1)) == []
        assert await uow.sessions.audits_of_month(date(2026, 9, 1)) == []
