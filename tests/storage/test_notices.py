from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from domain.audits.notice import Notice
from domain.faults import MovedOnFault
from storage.types import NaiveTimeError
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, committed_seat


async def _told(uow: SqlUnitOfWork, audit_id: int) -> Notice:
    notice = await uow.notices.get(await uow.notices.add(audit_id, "ben", "worker"))
    assert notice
    return notice


async def test_a_notice_starts_unseen(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        notice = await _told(uow, seat.audit_id)

        assert notice == Notice(
            id=notice.id, audit_id=seat.audit_id, person_id="ben", role="worker", version=1
        )
        assert await uow.notices.get(notice.id + 1) is None


async def test_a_person_told_in_two_roles_keeps_the_first(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        first = await uow.notices.add(seat.audit_id, "ben", "worker")
        other = await uow.notices.add(seat.audit_id, "ada", "team_manager")

        assert await uow.notices.add(seat.audit_id, "ben", "team_manager") == first
        told = await uow.notices.of_audit(seat.audit_id)

    assert [(notice.id, notice.role) for notice in told] == [
        (first, "worker"),
        (other, "team_manager"),
    ]


async def test_an_answer_comes_back_as_it_was_saved(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        notice = await _told(uow, seat.audit_id)
        times = (NOW + MINUTE, NOW + 2 * MINUTE)
        answered = replace(
            notice,
            seen_at=NOW,
            times=times,
            agreed=times[1],
            note="Not on Fridays.",
            read_at=NOW + 3 * MINUTE,
        )
        saved = await uow.notices.save(answered)

        assert saved == replace(answered, version=2)
        assert await uow.notices.get(notice.id) == saved
        with pytest.raises(MovedOnFault):
            await uow.notices.save(answered)


async def test_a_proposed_time_without_a_zone_is_refused(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        notice = await _told(uow, seat.audit_id)
        naive = datetime(2026, 10, 8, 14, 0)  # noqa: DTZ001 - the point of the test
        with pytest.raises(NaiveTimeError):
            await uow.notices.save(replace(notice, times=(naive,)))
