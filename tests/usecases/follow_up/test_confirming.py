"""Ticks after an audit: talked about, uploaded, shared (HER-10, HER-15, HER-25, SEF-16, LEI-12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.follow_up.step import Step, StepKind, StepState
from tests.cast import CASES
from tests.town import Town
from tests.usecases.follow_up.finals import QUINN, audited, becomes_final, steps, ticks

CARD = "follow_up_confirm"


async def talk(town: Town, audit: int, rule: str = "activities.supervision_talk") -> Step:
    (found,) = [s for s in await steps(town, audit, StepKind.CONFIRM) if s.rule == rule]
    return found


async def asked(town: Town) -> int:
    """Will's audit is final, and fourteen days have gone by."""
    audit = await audited(town, "C-24120", "requires_improvement")
    town.later(days=14)
    await ticks(town)
    return audit


async def test_both_sides_are_asked_fourteen_days_after_the_findings(sefton: Town) -> None:
    """E-98."""
    await audited(sefton, "C-24120", "requires_improvement")
    sefton.later(days=13)
    await ticks(sefton)
    assert not any(CARD in sefton.chat(name).kinds for name in ("theo", "will"))
    sefton.later(days=1)
    await ticks(sefton)
    for name in ("theo", "will"):
        assert "Talk about the audit in supervision" in sefton.chat(name).words(CARD)
        assert [d.kind for d in await sefton.duties(name)] == ["confirm_follow_up"]


@pytest.mark.rows("SEF-16")
async def test_each_side_s_tick_is_kept(sefton: Town) -> None:
    audit = await asked(sefton)
    await sefton.chat("will").press("confirm_follow_up", note="It helped.")
    assert (await talk(sefton, audit)).state is StepState.OPEN
    assert await sefton.duties("will") == []
    assert len(await sefton.duties("theo")) == 1
    assert "Will Heath wrote\nIt helped." in sefton.chat("theo").words(CARD)
    await sefton.chat("theo").press("confirm_follow_up")
    step = await talk(sefton, audit)
    assert step.state is StepState.DONE
    assert [(r.part, r.person_id) for r in step.replies] == [
        ("worker", "will"),
        ("supervisor", "theo"),
    ]
    assert "confirmed. You need do no more." in sefton.chat("will").words(CARD)


async def test_the_supervisor_s_day_is_enough(sefton: Town) -> None:
    audit = await asked(sefton)
    await sefton.chat("theo").press("confirm_follow_up", day="2026-12-10")
    assert (await talk(sefton, audit)).state is StepState.DONE
    assert await sefton.duties("will") == []
    assert "held on 10 December" in sefton.chat("will").words(CARD)


async def test_a_day_to_come_is_refused(sefton: Town) -> None:
    audit = await asked(sefton)
    outcome = await sefton.chat("theo").press("confirm_follow_up", day="2026-12-16")
    assert outcome.notice == "Wednesday 16 December is still to come, so nothing was kept."
    outcome = await sefton.chat("theo").press("confirm_follow_up", day="soon")
    assert outcome.notice == "I cannot read that day, so nothing was kept."
    assert (await talk(sefton, audit)).replies == ()


async def test_the_worker_cannot_close_it_with_a_day(sefton: Town) -> None:
    audit = await asked(sefton)
    await sefton.chat("will").press("confirm_follow_up", day="2026-12-10")
    step = await talk(sefton, audit)
    assert step.state is StepState.OPEN
    assert step.replies[0].day is None


async def test_nobody_ticks_for_the_other_side(sefton: Town) -> None:
    step = await talk(sefton, await asked(sefton))
    for name, key in (("will", "supervisor"), ("theo", "worker"), ("sam", "supervisor")):
        line = await sefton.chat(name).tampers(
            "confirm_follow_up", f"confirmation-{step.id}-{key}", step.version
        )
        assert line.startswith("This is not yours to do")


async def test_whoever_is_silent_is_asked_once_a_month(sefton: Town) -> None:
    await asked(sefton)
    await sefton.chat("will").press("confirm_follow_up")
    theo, will = sefton.chat("theo"), sefton.chat("will")
    for days, cards in ((15, 1), (15, 1), (1, 2), (1, 2), (30, 3)):  # a month is over on 15 January
        sefton.later(days=days)
        await ticks(sefton)
        await ticks(sefton)
        assert theo.kinds.count(CARD) == cards, sefton.now
    assert will.kinds.count(CARD) == 1


async def test_a_record_without_a_worker_asks_nobody(sefton: Town) -> None:
    async with sefton.units() as uow:
        await uow.cases.put([replace(CASES["C-24120"], worker=None)])
        await uow.commit()
    audit = await audited(sefton, "C-24120", "requires_improvement")
    assert await steps(sefton, audit) == []


@pytest.mark.rows("HER-10")
async def test_the_qa_team_gets_the_text_for_the_case_system(herefordshire: Town) -> None:
    """HER-10, E-12: the text to paste, and a tick that it is done."""
    await herefordshire.hires(QUINN)
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    for name in ("tess", "ada"):
        chat = herefordshire.chat(name)
        await chat.press("start_audit")
        await chat.press("save_area", strengths="The child is heard", develop="Dates are missing")
        await chat.grades(*["good"] * 6, overall="good")
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    quinn = herefordshire.chat("quinn")
    said = quinn.words(CARD)
    assert "Case file audit, final on 1 December 2026." in said
    assert "Overall: Good." in said
    assert "Voice of the child: Good" in said
    assert "Voice of the child, strengths: The child is heard" in said
    assert "nothing is written there from here" in said
    await quinn.press("confirm_follow_up")
    said = quinn.words(CARD)
    assert "Overall: Good." not in said
    assert await herefordshire.duties("quinn") == []


async def test_one_of_the_qa_team_is_enough(herefordshire: Town) -> None:
    other = replace(QUINN, id="quy", name="Quy Ash")
    await herefordshire.hires(QUINN, other)
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await becomes_final(herefordshire, audit, "good")
    await herefordshire.chat("quy").press("confirm_follow_up")
    for name in ("quinn", "quy"):
        assert await herefordshire.duties(name) == []
        assert "Confirm" not in herefordshire.chat(name).words(CARD).split("\n")


@pytest.mark.rows("HER-25")
async def test_inadequate_work_is_shared_with_the_team_at_once(herefordshire: Town) -> None:
    """HER-25."""
    await herefordshire.hires(QUINN)
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await becomes_final(herefordshire, audit, "inadequate")
    step = await talk(herefordshire, audit, "activities.team_sharing")
    assert (step.due_on - herefordshire.now.date()).days == 1
    assert "Share the findings with the team" in herefordshire.chat("tess").words(CARD)
    await herefordshire.chat("tess").press("confirm_follow_up", note="On Tuesday.")
    shared = await talk(herefordshire, audit, "activities.team_sharing")
    assert shared.state is StepState.DONE


async def test_a_good_one_is_shared_within_four_weeks(herefordshire: Town) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await becomes_final(herefordshire, audit, "outstanding")
    step = await talk(herefordshire, audit, "activities.team_sharing")
    assert (step.due_on - herefordshire.now.date()).days == 28


@pytest.mark.rows("LEI-12")
async def test_leicestershire_s_manager_ticks_both_ways_of_telling(leicestershire: Town) -> None:
    """LEI-12: the worker in supervision, and the team as a whole."""
    town = leicestershire
    audit = await audited(town, "C-23087", None)
    town.now = datetime(2026, 12, 15, 9, 0, tzinfo=UTC)
    await ticks(town)
    tess = town.chat("tess")
    said = tess.words(CARD)
    assert "I told the worker in supervision" in said
    assert "I told the team as a whole" in said
    await tess.press("confirm_follow_up")
    assert (await talk(town, audit, "activities.feed_back")).state is StepState.OPEN
    await tess.press("confirm_follow_up")
    step = await talk(town, audit, "activities.feed_back")
    assert step.state is StepState.DONE
    assert [reply.part for reply in step.replies] == ["worker_told", "team_told"]


@pytest.mark.rows("SOM-10")
async def test_somerset_asks_the_manager_and_the_practitioner(somerset: Town) -> None:
    """SOM-10."""
    audit = await audited(somerset, "C-23087", "good")
    somerset.now = datetime(2026, 12, 15, 9, 0, tzinfo=UTC)
    await ticks(somerset)
    for name in ("tess", "wes"):
        await somerset.chat(name).press("confirm_follow_up")
    assert (await talk(somerset, audit)).state is StepState.DONE


@pytest.mark.rows("HER-15")
async def test_herefordshire_asks_the_line_manager_what_support_is_needed(
    herefordshire: Town,
) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await becomes_final(herefordshire, audit, "good")
    herefordshire.later(days=14)
    await ticks(herefordshire)
    tess = herefordshire.chat("tess")
    assert "Support or learning needed" in tess.words(CARD)
    await tess.press("confirm_follow_up", day="2026-12-11", note="A day in court.")
    step = await talk(herefordshire, audit)
    assert step.state is StepState.DONE
    assert "Tess Marlow wrote\nA day in court." in herefordshire.chat("wes").words(CARD)
