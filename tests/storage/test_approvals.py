"""Approvals, standing reminders and what came in: kept whole, once, and never lost to a race."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.approvals.approval import ApprovalState, ItemState
from domain.faults import MovedOnFault
from domain.intake.intake import IntakeState
from storage.work import SqlUnitsOfWork
from tests.storage.approval_seeds import (
    ASKED,
    CAME,
    ITEM,
    REMINDER,
    fill_approvals,
    fill_asked_for,
    fill_intake,
)
from tests.storage.seeds import NOW, committed_seat

TODAY = NOW.date()
A_DAY = timedelta(days=1)


async def test_a_slot_is_asked_for_once_and_what_has_none_as_often_as_wanted(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        assert await uow.approvals.open(ASKED) is not None
        assert await uow.approvals.open(ASKED) is None
        assert await uow.approvals.open(replace(ASKED, rule="another")) is not None
        for _ in range(2):
            assert await uow.approvals.open(replace(ASKED, slot="")) is not None
        assert await uow.approvals.slots(ASKED.rule) == {"2026-04-01"}
        await uow.commit()


async def test_items_come_back_as_they_went_in_and_fewer_where_some_are_left_out(
    units: SqlUnitsOfWork,
) -> None:
    await committed_seat(units)
    second = replace(ITEM, number=2, name="Second quarter", answers=())
    async with units() as uow:
        opened = await uow.approvals.open(replace(ASKED, items=(ITEM, second)))
        assert opened is not None
        assert await uow.approvals.get(opened.id) == opened
        passed = replace(ITEM, state=ItemState.PASSED, level=1, decided_by="ada", decided_at=NOW)
        saved = await uow.approvals.save(replace(opened, sender="ben", items=(passed,)))
        assert (await uow.approvals.get(opened.id)) == saved
        assert saved.version == 2
        with pytest.raises(MovedOnFault):
            await uow.approvals.save(opened)


async def test_what_has_passed_or_was_given_up_is_not_live(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        live = await fill_approvals(uow, "words")
        for state in (ApprovalState.PASSED, ApprovalState.DROPPED):
            ended = replace(ASKED, slot="", state=state, sender="ben")
            assert await uow.approvals.open(ended) is not None
        assert await uow.approvals.live() == [live]
        assert [one.state for one in await uow.approvals.of_sender("ben")] == [
            ApprovalState.DROPPED,
            ApprovalState.PASSED,
            ApprovalState.RETURNED,
        ]


async def test_a_reminder_is_planned_sent_and_ticked_once(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        standing = uow.standing_nudges
        assert await standing.plan(REMINDER)
        assert not await standing.plan(replace(REMINDER, send_on=TODAY + A_DAY))
        assert await standing.plan(replace(REMINDER, step=1, send_on=TODAY + A_DAY))
        assert await standing.planned("dashboard", "2026-04-06") == {"ada"}
        assert await standing.waiting(TODAY + A_DAY, TODAY + A_DAY) != []
        (first,) = await standing.waiting(TODAY, TODAY)
        assert first == replace(REMINDER, id=first.id)
        assert await standing.sent(first, NOW)
        assert not await standing.sent(first, NOW)
        await standing.tick(first, "Two are late.", NOW)
        assert await standing.waiting(TODAY, TODAY + A_DAY) == []
        ticked = await standing.get(first.id)
        assert ticked is not None
        assert (ticked.words, ticked.ticked_at, ticked.version) == ("Two are late.", NOW, 2)


async def test_only_what_was_noted_is_counted_and_within_its_days(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        noted = await fill_intake(uow, "CP-1")
        draft = await uow.intake.begin(replace(CAME, received_on=TODAY))
        gone = replace(draft, state=IntakeState.DROPPED)
        await uow.intake.save(gone)
        assert await uow.intake.received(TODAY, TODAY) == [noted]
        assert await uow.intake.received(TODAY + A_DAY, TODAY + A_DAY) == []
        assert await uow.intake.of_person("ada") == [noted]
        assert await uow.intake.of_person("ben") == []
        with pytest.raises(MovedOnFault):
            await uow.intake.save(draft)


async def test_every_seed_can_be_written_beside_the_others(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        await fill_asked_for(uow, "words")
        (item,) = (await uow.approvals.live())[0].items
        assert (item.answers, item.reason) == (("words", "words"), "words")
