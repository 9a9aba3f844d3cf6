"""Pieces of learning, and the audits that count beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.audits.audit import SeatState
from domain.quotas.piece import Company, DoneAudit, Piece
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import ADA, BEN, NOW, committed_seat

DAY = date(2026, 10, 1)


def piece(person: str, day: date) -> Piece:
    return Piece(
        person_id=person,
        part="other",
        done_on=day,
        company=Company.GROUP,
        form="F-12",
        findings="Talks became shorter",
        recorded_by="ada",
        recorded_at=NOW,
    )


async def test_pieces_come_back_as_they_were_kept_in_order_of_their_days(
    units: SqlUnitsOfWork,
) -> None:
    kept = [piece("ben", date(2026, 10, day)) for day in (3, 1, 2)]
    async with units() as uow:
        await uow.people.put([ADA, BEN])
        numbers = [await uow.pieces.add(one) for one in (*kept, piece("ada", DAY))]
        await uow.commit()
    async with units(reading=True) as uow:
        found = await uow.pieces.of(["ben"], DAY, date(2026, 10, 2))
        assert await uow.pieces.of([], DAY, DAY) == []
    assert found == [replace(kept[1], id=numbers[1]), replace(kept[2], id=numbers[2])]


@pytest.mark.parametrize(
    ("since", "counts"),
    [
        (datetime(2026, 9, 30, 23, 0, tzinfo=UTC), True),  # midnight in London
        (datetime(2026, 9, 30, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 31, 23, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 1, 0, 0, tzinfo=UTC), False),
    ],
)
async def test_an_audit_counts_on_the_day_in_london_on_which_it_was_handed_in(
    units: SqlUnitsOfWork, since: datetime, *, counts: bool
) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        await uow.audits.save_seat(replace(seat, state=SeatState.SUBMITTED, since=since))
        await uow.commit()
        found = await uow.pieces.audited(["ada"], DAY, date(2026, 10, 31))
        assert await uow.pieces.audited(["ben"], DAY, date(2026, 10, 31)) == []
    assert [(one.programme, one.person_id) for one in found] == (
        [("case_file_audit", "ada")] if counts else []
    )
    assert all(isinstance(one, DoneAudit) and one.done_on.month == 10 for one in found)


async def test_what_is_not_handed_in_does_not_count(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units(reading=True) as uow:
        assert await uow.pieces.audited(["ada"], date(2026, 1, 1), date(2026, 12, 31)) == []
