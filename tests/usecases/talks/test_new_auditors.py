"""New auditors get somebody beside them, who reads before it is final (SEF-44, E-66)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from domain.audits.audit import AuditState, NewAudit, NewCycle, NewSeat, SeatState
from domain.talks.pairing import Pairing, Reading
from tests.bot.delivery.counting import counted
from tests.cast import CASES, MO
from tests.chat import Chat
from tests.town import Town
from tests.usecases.cycles.many import opened

MOST_STATEMENTS = 45  # of a whole opening, however many seats


async def experienced(town: Town, person: str, audits: int = 3, year: int = 2026) -> None:
    """Somebody has completed audits before, of records of their own choice."""
    refs = [ref for ref in CASES if ref != "C-24113"][:audits]
    async with town.units() as uow:
        for at, ref in enumerate(refs):
            due = date(year, 6 + at, 30)
            seat = NewSeat(role="auditor", holder=person, due_on=due, why="Before")
            cycle = NewCycle(
                framework="sefton",
                programme="deep_dive_audit",
                opens_on=due.replace(day=1),
                due_on=due,
                seed=1,
                pool_size=1,
                opened_by="cora",
            )
            audit = NewAudit(case_ref=ref, seats=(seat,))
            number = await uow.audits.open_cycle(cycle, [audit], town.now)
            assert number is not None
            ((made, (row,)),) = await uow.audits.of_cycle(number)
            await uow.audits.save_seat(replace(row, state=SeatState.SUBMITTED))
            await uow.audits.set_state(made, AuditState.FINAL)
            opened = await uow.audits.cycle(number)
            assert opened is not None
            await uow.audits.begin(opened, noticed_at=town.now, offered_at=town.now)
        await uow.commit()


async def begun(town: Town) -> tuple[Chat, Chat, int]:
    """Ada is new and Chip experienced; Ada has the audit of C-24113."""
    await experienced(town, "chip")
    audit = await town.audit("C-24113", auditor="ada")
    return town.chat("ada"), town.chat("chip"), audit


async def pair_of(town: Town, audit: int) -> Pairing | None:
    seat = await town.seat(audit, "auditor")
    return await town.read(lambda uow: uow.pairings.of_seat(seat.id))


async def submit(ada: Chat) -> None:
    await ada.press("start_audit")
    await ada.grades(*["good"] * 8, overall="good")


@pytest.mark.rows("SEF-44")
async def test_a_new_auditor_is_paired_and_both_know(sefton: Town) -> None:
    ada, chip, audit = await begun(sefton)
    pair = await pair_of(sefton, audit)
    assert pair is not None
    assert (pair.auditor, pair.helper, pair.reading) == ("ada", "chip", Reading.WAITING)
    assert "Chip Oakley reads it before it is final." in ada.words("audit_allocated")
    assert "Ada Byrne is new to auditing." in chip.words("assessment_to_read")


async def test_two_completed_audits_are_not_enough_to_help(sefton: Town) -> None:
    await experienced(sefton, "chip", audits=2)
    audit = await sefton.audit("C-24113", auditor="ada")
    assert await pair_of(sefton, audit) is None


async def test_somebody_experienced_works_alone(sefton: Town) -> None:
    await experienced(sefton, "chip")
    audit = await sefton.audit("C-24113", auditor="chip")
    assert await pair_of(sefton, audit) is None


@pytest.mark.rows("SEF-44")
async def test_the_audit_waits_until_it_is_read(sefton: Town) -> None:
    ada, chip, audit = await begun(sefton)
    await submit(ada)
    assert [duty.kind for duty in await sefton.duties("chip")] == ["read_assessment"]
    said = chip.words("assessment_to_read")
    assert "The audit waits for you before it is final." in said
    assert "Seen in the record" in said
    sefton.later(days=1)
    assert await sefton.settle() == 0
    assert await sefton.state(audit) is AuditState.OPEN
    fine = await chip.press("pass_assessment")
    assert fine.line == "Thank you. C-24113 goes on."
    assert await sefton.duties("chip") == []
    assert await sefton.settle() == 1
    assert await sefton.state(audit) is not AuditState.OPEN


async def test_it_can_be_sent_back_with_words_and_comes_again(sefton: Town) -> None:
    ada, chip, audit = await begun(sefton)
    await submit(ada)
    assert "Please write what to look at again" in (await chip.press("send_back_assessment")).line
    await chip.says("send back: Say what the child said")
    back = ada.words("work_sent_back")
    assert "Chip Oakley has read it" in back
    assert "Say what the child said" in back
    assert (await sefton.seat(audit, "auditor")).state is SeatState.STARTED
    await ada.press("submit_assessment", overall="good", reason="With their words")
    assert "You have submitted it again." in ada.words("work_sent_back")
    pair = await pair_of(sefton, audit)
    assert pair is not None
    assert pair.reading is Reading.TO_READ
    await chip.says("fine")
    sefton.later(hours=1)
    assert await sefton.settle() == 1


async def test_nothing_is_read_before_it_is_in_or_after_it_went_on(sefton: Town) -> None:
    ada, chip, audit = await begun(sefton)
    pair = await pair_of(sefton, audit)
    assert pair is not None
    line = await chip.tampers("pass_assessment", f"pairing-{pair.id}", pair.version)
    assert line.startswith("The audit is not in yet")
    await submit(ada)
    await chip.press("pass_assessment")
    read = await pair_of(sefton, audit)
    assert read is not None
    again = await chip.tampers(
        "send_back_assessment", f"pairing-{read.id}", read.version, words="Once more please"
    )
    assert again.startswith("This audit has gone on already")


async def test_nobody_else_reads_it(sefton: Town) -> None:
    ada, _, audit = await begun(sefton)
    await submit(ada)
    pair = await pair_of(sefton, audit)
    assert pair is not None
    for person in ("ada", "ivy", "cora"):
        line = await sefton.chat(person).tampers(
            "pass_assessment", f"pairing-{pair.id}", pair.version
        )
        assert line.startswith("This is not yours to do"), person


async def test_a_seat_that_goes_to_somebody_experienced_is_not_read(sefton: Town) -> None:
    ada, _, audit = await begun(sefton)
    await experienced_too(sefton)
    await ada.press("hand_over_audit", person="chip")
    assert await pair_of(sefton, audit) is None


async def experienced_too(town: Town) -> None:
    assert (await town.read(lambda uow: uow.pairings.completed()))["chip"] == 3


async def test_whoever_is_on_call_is_named(sefton: Town) -> None:
    await sefton.hires(replace(MO, roles=frozenset({"practice_improvement_manager"})))
    ada, chip, _ = await begun(sefton)
    assert "Mo Winter" in chip.words("assessment_to_read")
    await ada.press("open_talks")
    assert "On call for questions: Mo Winter." in ada.words("audit_talks")


async def paired_at_once(town: Town, count: int) -> tuple[list[Pairing], int]:
    """So many seats are offered together; the pairs that came of it, and what was asked for it."""
    await experienced(town, "chip")
    await experienced(town, "ivy", year=2025)
    before = await town.read(lambda uow: uow.pairings.open())
    with counted(town.units) as asked:
        await opened(town.units, town.council, count, town.now)
    pairs = await town.read(lambda uow: uow.pairings.open())
    return [pair for pair in pairs if pair not in before], asked.statements


async def test_helpers_of_seats_that_are_offered_together_share_them_evenly(sefton: Town) -> None:
    pairs, _ = await paired_at_once(sefton, 12)
    helped = Counter(pair.helper for pair in pairs)
    assert (set(helped), sum(helped.values())) == ({"chip", "ivy"}, len(pairs))
    assert max(helped.values()) - min(helped.values()) <= 1
    for pair in pairs:
        (entry,) = await sefton.trail("pairing", pair.id)
        assert (entry.action, entry.details["helper"]) == ("pair_auditor", pair.helper)


@pytest.mark.parametrize("count", [6, 24])
async def test_more_seats_at_once_ask_the_database_no_oftener(sefton: Town, count: int) -> None:
    pairs, asked = await paired_at_once(sefton, count)
    assert len(pairs) >= count // 2
    assert asked <= MOST_STATEMENTS  # a pair of its own for each seat took six
