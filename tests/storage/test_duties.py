from __future__ import annotations

import asyncio
from dataclasses import replace

from domain.duties import UNPLANNED, Duty, DutyState, NewDuty
from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, SEAT

ANSWER = NewDuty(kind="answer_allocation", subject=SEAT, holder="ada", due_at=NOW + 9 * MINUTE)
SUBMIT = replace(ANSWER, kind="submit_assessment", due_at=NOW + 5 * MINUTE)
OTHERS = replace(ANSWER, holder="ben")
ELSEWHERE = replace(ANSWER, subject=Ref("case", "C-2-x"))


async def test_an_open_duty_comes_back_as_it_was_opened(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        duty = await uow.duties.open(ANSWER, NOW)

        assert duty == Duty(
            id=duty.id,
            kind="answer_allocation",
            subject=SEAT,
            holder="ada",
            opened_at=NOW,
            due_at=NOW + 9 * MINUTE,
            state=DutyState.OPEN,
            step=UNPLANNED,
            next_nudge_at=NOW,
            version=1,
        )
        assert await uow.duties.get(duty.id) == duty
        assert await uow.duties.get(duty.id + 1) is None


async def test_opening_an_open_duty_gives_it_back(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first = await uow.duties.open(ANSWER, NOW)
        again = await uow.duties.open(replace(ANSWER, due_at=NOW + 99 * MINUTE), NOW + MINUTE)

        assert again == first
        for other in (SUBMIT, OTHERS, ELSEWHERE):
            assert (await uow.duties.open(other, NOW)).id != first.id


async def test_a_closed_duty_can_be_opened_anew(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first = await uow.duties.open(ANSWER, NOW)
        await uow.duties.close(SEAT, DutyState.DONE, NOW)
        again = await uow.duties.open(ANSWER, NOW + MINUTE)
        closed = await uow.duties.get(first.id)

    assert again.id != first.id
    assert closed == replace(first, state=DutyState.DONE, next_nudge_at=None, version=2)


async def test_closing_ends_the_duties_of_the_subject_only(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for duty in (ANSWER, SUBMIT, OTHERS):
            await uow.duties.open(duty, NOW)
        kept = await uow.duties.open(ELSEWHERE, NOW)

        assert await uow.duties.close(SEAT, DutyState.CANCELLED, NOW) == 3
        assert await uow.duties.close(SEAT, DutyState.CANCELLED, NOW) == 0
        assert await uow.duties.open_of("ada") == [kept]


async def test_closing_some_kinds_leaves_the_others(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.duties.open(ANSWER, NOW)
        kept = await uow.duties.open(SUBMIT, NOW)

        kinds = {"answer_allocation", "moderate"}
        assert await uow.duties.close(SEAT, DutyState.DONE, NOW, kinds=kinds) == 1
        assert await uow.duties.open_of("ada") == [kept]


async def test_open_duties_come_soonest_first(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for duty in (ANSWER, SUBMIT, ELSEWHERE, OTHERS):
            await uow.duties.open(duty, NOW)
        found = await uow.duties.open_of("ada")

    assert [(duty.kind, duty.subject) for duty in found] == [
        ("submit_assessment", SEAT),
        ("answer_allocation", SEAT),
        ("answer_allocation", Ref("case", "C-2-x")),
    ]


async def test_ten_replicas_open_one_duty(units: SqlUnitsOfWork) -> None:
    async def open_it(_: int) -> int:
        async with units() as uow:
            duty = await uow.duties.open(ANSWER, NOW)
            await uow.commit()
        return duty.id

    assert len(set(await asyncio.gather(*map(open_it, range(10))))) == 1
