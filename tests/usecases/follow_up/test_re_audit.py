"""HER-13: at three months a senior manager audits the record again; before and after are shown."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.audits.audit import AuditState
from domain.follow_up.step import StepKind, StepState
from domain.refs import Ref
from tests.cards.walk import words
from tests.town import Town
from tests.usecases.follow_up.finals import (
    QUINN,
    SUE,
    becomes_final,
    only,
    sent,
    steps,
    ticks,
)
from usecases.follow_up.moving_on import move_follow_ups

SUBMITTED = date(2026, 12, 18)
DAY = datetime(2027, 3, 18, 9, 0, tzinfo=UTC)
COMPARED = "re_audit_compared"


async def again(town: Town, *, lead: str = "tess", peer: str = "ada") -> int:
    """C-23087 was Inadequate, and its day has come; gives the first audit's id."""
    await town.hires(QUINN, SUE)
    audit = await town.audit("C-23087", lead=lead, peer=peer)
    town.now = datetime(2026, 12, 21, 10, 0, tzinfo=UTC)
    await becomes_final(
        town, audit, "inadequate", areas={1: "inadequate", 2: "good"}, submitted_on=SUBMITTED
    )
    town.now = DAY
    await ticks(town)
    return audit


async def re_audit_id(town: Town, audit: int) -> int:
    step = await only(town, audit, StepKind.RE_AUDIT)
    assert step.re_audit_id is not None
    return step.re_audit_id


async def test_nothing_is_allocated_before_its_day(herefordshire: Town) -> None:
    await herefordshire.hires(SUE)
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    herefordshire.now = datetime(2026, 12, 21, 10, 0, tzinfo=UTC)
    await becomes_final(herefordshire, audit, "inadequate", submitted_on=SUBMITTED)
    herefordshire.now = datetime(2027, 3, 17, 12, 0, tzinfo=UTC)
    await ticks(herefordshire)
    step = await only(herefordshire, audit, StepKind.RE_AUDIT)
    assert (step.state, step.opens_on) == (StepState.WAITING, date(2027, 3, 18))


async def test_on_its_day_a_senior_manager_outside_the_line_gets_it(herefordshire: Town) -> None:
    """Hal and Sam stand above the worker, so Sue it is."""
    audit = await again(herefordshire)
    seat = await herefordshire.seat(await re_audit_id(herefordshire, audit), "re_auditor")
    assert (seat.holder, seat.due_on) == ("sue", date(2027, 4, 8))
    said = herefordshire.chat("sue").words("audit_allocated")
    assert "Case file audit: re-audit" in said
    assert "The first audit ended in a grade that is looked at again" in said


async def test_it_is_allocated_once(herefordshire: Town) -> None:
    audit = await again(herefordshire)
    first = await re_audit_id(herefordshire, audit)
    await ticks(herefordshire)
    herefordshire.later(days=1)
    await ticks(herefordshire)
    assert await re_audit_id(herefordshire, audit) == first
    assert herefordshire.chat("sue").kinds.count("audit_allocated") == 1


async def test_two_replicas_allocate_it_once(herefordshire: Town) -> None:
    await herefordshire.hires(QUINN, SUE)
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await becomes_final(herefordshire, audit, "inadequate")
    herefordshire.now = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    await asyncio.gather(*(move(herefordshire) for _ in range(2)))
    await herefordshire.deliver()
    assert await re_audit_id(herefordshire, audit)
    assert herefordshire.chat("sue").kinds.count("audit_allocated") == 1
    cycles = await herefordshire.read(lambda uow: uow.audits.cycles("case_file_audit_re_audit"))
    assert len(cycles) == 1


async def move(town: Town) -> None:
    """One replica's turn of the clock."""
    async with town.units() as uow:
        await move_follow_ups(uow, town.council, town.now)
        await uow.commit()


async def test_no_auditor_of_the_first_audit_gets_it(herefordshire: Town) -> None:
    """Sue was the peer: nobody is left, and the coordinator is told."""
    audit = await again(herefordshire, peer="sue")
    number = await re_audit_id(herefordshire, audit)
    assert (await herefordshire.seat(number, "re_auditor")).holder is None
    assert "audits_unallocated" in herefordshire.chat("cora").kinds


async def test_nor_does_one_get_it_by_hand(herefordshire: Town) -> None:
    """Sue, who was the peer, is not among those who may be chosen."""
    audit = await again(herefordshire, peer="sue")
    seat = await herefordshire.seat(await re_audit_id(herefordshire, audit), "re_auditor")
    card = await herefordshire.chat("cora").sees("seat_vacant", Ref("seat", str(seat.id)))
    assert card is not None
    assert "Sue Marsh" not in words(card)


async def test_two_records_of_one_day_are_audited_in_one_cycle(herefordshire: Town) -> None:
    await herefordshire.hires(QUINN, SUE)
    one = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    two = await herefordshire.audit("C-23101", date(2026, 12, 2), lead="tess", peer="ivy")
    herefordshire.now = datetime(2026, 12, 21, 10, 0, tzinfo=UTC)
    for audit in (one, two):
        await becomes_final(herefordshire, audit, "inadequate", submitted_on=SUBMITTED)
    herefordshire.now = DAY
    await ticks(herefordshire)
    (cycle,) = await herefordshire.read(lambda uow: uow.audits.cycles("case_file_audit_re_audit"))
    found = {audit.id for audit, _ in await herefordshire.audits(cycle.id)}
    assert found == {await re_audit_id(herefordshire, audit) for audit in (one, two)}


async def test_a_late_one_waits_for_the_next_day(herefordshire: Town) -> None:
    """Moderation took months: that day's cycle is open already."""
    await again(herefordshire)
    late = await herefordshire.audit("C-23145", date(2026, 12, 3), lead="tess", peer="ivy")
    await becomes_final(herefordshire, late, "inadequate", submitted_on=SUBMITTED)
    await ticks(herefordshire)
    assert (await only(herefordshire, late, StepKind.RE_AUDIT)).state is StepState.WAITING
    herefordshire.later(days=1)
    await ticks(herefordshire)
    assert await re_audit_id(herefordshire, late)


async def graded_again(town: Town, overall: str = "good") -> tuple[int, int]:
    """Sue grades everything anew."""
    audit = await again(town)
    number = await re_audit_id(town, audit)
    sue = town.chat("sue")
    await sue.press("start_audit")
    await sue.grades(*[overall] * 6, overall=overall)
    town.later(minutes=10)
    await town.settle()
    return audit, number


async def test_full_grades_again_and_then_two_questions(herefordshire: Town) -> None:
    audit, number = await graded_again(herefordshire)
    assert await herefordshire.state(number) is AuditState.FINAL
    sue = herefordshire.chat("sue")
    said = sue.words("follow_up_form")
    assert "Are all actions complete?" in said
    assert "Has the service to the child improved?" in said
    lacking = await sue.press("send_follow_up", verdict_0="yes", answer_0="All three.")
    assert not lacking.done
    assert lacking.notice.startswith("Please say yes or no: Has the service to the child improved?")
    done = await sue.press(
        "send_follow_up",
        verdict_0="yes",
        answer_0="All three, with dates.",
        verdict_1="no",
        answer_1="Still three workers in a year.",
    )
    assert done.done
    step = await only(herefordshire, audit, StepKind.RE_AUDIT)
    assert step.state is StepState.DONE
    assert [str(reply.verdict) for reply in step.replies] == ["yes", "no"]


@pytest.mark.rows("HER-13")
async def test_before_and_after_go_to_the_qa_team_and_the_head_of_service(
    herefordshire: Town,
) -> None:
    await graded_again(herefordshire)
    assert sent(herefordshire, {COMPARED}) == {("hal", COMPARED), ("quinn", COMPARED)}
    said = herefordshire.chat("hal").words(COMPARED)
    assert "Overall\nBefore\nInadequate\nAfter\nGood" in said
    assert "Voice of the child\nBefore\nInadequate\nAfter\nGood" in said
    assert "Better" in said
    assert "still to be answered" in said
    sue = herefordshire.chat("sue")
    await sue.press(
        "send_follow_up", verdict_0="yes", answer_0="All.", verdict_1="yes", answer_1="She is."
    )
    said = herefordshire.chat("hal").words(COMPARED)
    assert "Yes. She is." in said
    assert "still to be answered" not in said


async def test_inadequate_again_is_followed_again(herefordshire: Town) -> None:
    audit, number = await graded_again(herefordshire, "inadequate")
    assert "The same" in herefordshire.chat("hal").words(COMPARED)
    kinds = [step.kind for step in await steps(herefordshire, number)]
    assert kinds.count(StepKind.RE_AUDIT) == 1
    assert kinds.count(StepKind.ALERT) == 1
    following = await only(herefordshire, number, StepKind.RE_AUDIT)
    assert following.opens_on == date(2027, 6, 18)
    assert (await only(herefordshire, audit, StepKind.RE_AUDIT)).id != following.id


async def test_a_senior_manager_who_gives_it_back_is_followed_by_another(
    herefordshire: Town,
) -> None:
    """Sid the service director stands in no line either."""
    sid = replace(SUE, id="sid", name="Sid Vale", roles=frozenset({"service_director"}))
    audit = await again(herefordshire)
    await herefordshire.hires(sid)
    await herefordshire.chat("sue").press("decline_audit", reason="workload")
    seat = await herefordshire.seat(await re_audit_id(herefordshire, audit), "re_auditor")
    assert seat.holder == "sid"
