"""HER: a final Inadequate is alerted, reviewed at six weeks, audited again at three months."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.calendar.working_days import end_of_day
from domain.follow_up.step import StepKind, StepState, Verdict
from domain.refs import Ref
from tests.cast import PEOPLE
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
from usecases.pressing import Press

SUBMITTED = date(2026, 12, 18)
ALERT, FORM, SIGN = "follow_up_alert", "follow_up_form", "follow_up_sign_off"
OURS = {ALERT, FORM, SIGN, "re_audit_compared"}


async def inadequate(town: Town, *, overall: str = "inadequate") -> int:
    """Tess and Ada audited C-23087; submitted on 18 December, final three days later."""
    await town.hires(QUINN, SUE)
    audit = await town.audit("C-23087", lead="tess", peer="ada")
    town.now = datetime(2026, 12, 21, 10, 0, tzinfo=UTC)
    await becomes_final(town, audit, overall, submitted_on=SUBMITTED)
    return audit


async def test_the_head_of_service_hears_at_once_and_is_asked_for_a_comment(
    herefordshire: Town,
) -> None:
    await inadequate(herefordshire)
    said = herefordshire.chat("hal").words(ALERT)
    assert "The final grade is Inadequate" in said
    assert "C-23087: Inadequate, final on 21 December" in said
    assert "Review by 29 January" in said
    assert "Re-audit on 18 March" in said
    assert "by **Tuesday 22 December**" in said
    assert sent(herefordshire, OURS) == {("hal", ALERT), ("tess", FORM)}


@pytest.mark.rows("HER-11")
async def test_a_comment_ends_the_reminders(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    outcome = await herefordshire.chat("hal").press("comment_on_alert", comment="I meet the team.")
    assert outcome.line == "Thank you. Your comment on C-23087 is kept."
    said = herefordshire.chat("hal").words(ALERT)
    assert "Hal Grove wrote\nI meet the team." in said
    assert "Send comment" not in said
    step = await only(herefordshire, audit, StepKind.ALERT)
    assert (step.state, step.again_on) == (StepState.DONE, None)
    assert await herefordshire.duties("hal") == []
    herefordshire.later(days=9)
    await ticks(herefordshire)
    assert herefordshire.chat("hal").kinds.count(ALERT) == 1
    actions = [entry.action for entry in await herefordshire.trail("follow_up", step.id)]
    assert actions == ["begin_follow_up", "open_follow_up", "comment_on_alert"]


async def test_an_empty_comment_is_asked_for_again_on_the_card(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    outcome = await herefordshire.chat("hal").press("comment_on_alert")
    assert not outcome.done
    assert "Please write what you think of it. Nothing was kept." in herefordshire.chat(
        "hal"
    ).words(ALERT)
    assert (await only(herefordshire, audit, StepKind.ALERT)).replies == ()


async def test_nobody_else_may_comment(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    step = await only(herefordshire, audit, StepKind.ALERT)
    for name in ("tess", "wes", "cora", "theo"):
        line = await herefordshire.chat(name).tampers(
            "comment_on_alert", f"follow_up-{step.id}", step.version, comment="Mine"
        )
        assert line.startswith("This is not yours to do")
    assert (await only(herefordshire, audit, StepKind.ALERT)).replies == ()


async def test_the_head_is_reminded_every_third_day_and_once_a_day(herefordshire: Town) -> None:
    await inadequate(herefordshire)
    for day, cards in ((2, 1), (1, 2), (0, 2), (3, 2), (1, 2), (1, 3)):
        herefordshire.later(days=day)  # the sixth day is a Sunday, and a holiday follows
        await ticks(herefordshire)
        await ticks(herefordshire)
        assert herefordshire.chat("hal").kinds.count(ALERT) == cards, herefordshire.now


async def test_nobody_is_asked_at_night(herefordshire: Town) -> None:
    await inadequate(herefordshire)
    herefordshire.now = datetime(2026, 12, 24, 7, 59, tzinfo=UTC)
    assert await ticks(herefordshire) == 0
    herefordshire.later(minutes=1)
    assert await ticks(herefordshire) == 1


async def test_a_cover_may_comment(herefordshire: Town) -> None:
    await inadequate(herefordshire)
    await herefordshire.away("hal", cover="mo")
    card = herefordshire.chat("hal").card(ALERT)
    outcome = await herefordshire.chat("mo").press("comment_on_alert", on=card, comment="Seen.")
    assert outcome.done


async def test_a_better_grade_causes_nothing_of_it(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire, overall="requires_improvement")
    assert {step.kind for step in await steps(herefordshire, audit)} == {StepKind.CONFIRM}
    assert sent(herefordshire, OURS) == set()


async def test_an_inadequate_area_alone_causes_nothing_of_it(herefordshire: Town) -> None:
    """E-49: never an area."""
    await herefordshire.hires(QUINN)
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await becomes_final(herefordshire, audit, "good", areas={1: "inadequate"})
    assert sent(herefordshire, OURS) == set()


async def test_a_first_grade_causes_nothing(herefordshire: Town) -> None:
    """E-49: the two differ, so nothing is final yet."""
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    for name, overall in (("tess", "inadequate"), ("ada", "good")):
        chat = herefordshire.chat(name)
        await chat.press("start_audit")
        await chat.grades(*["good"] * 6, overall=overall)
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    await ticks(herefordshire)
    assert sent(herefordshire, OURS) == set()


async def test_the_team_manager_reviews_by_six_weeks(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    step = await only(herefordshire, audit, StepKind.REVIEW)
    assert step.due_on == date(2027, 1, 29)
    (duty,) = [d for d in await herefordshire.duties("tess") if d.kind == "write_follow_up"]
    assert duty.due_at == end_of_day(date(2027, 1, 29))
    said = herefordshire.chat("tess").words(FORM)
    assert "Review of C-23087" in said
    assert "How far is each action?" in said
    herefordshire.now = datetime(2027, 1, 29, 9, 0, tzinfo=UTC)
    await ticks(herefordshire)
    assert herefordshire.chat("tess").kinds.count(FORM) == 2


@pytest.mark.rows("HER-12")
async def test_the_head_of_service_signs_the_review_off(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    outcome = await herefordshire.chat("tess").press("send_follow_up", answer_0="Two are done.")
    assert outcome.line == "Thank you. It now waits for the sign-off."
    assert "Two are done." in herefordshire.chat("hal").words(SIGN)
    assert [d.kind for d in await herefordshire.duties("hal")] == [
        "comment_alert",
        "sign_follow_up",
    ]
    assert "write_follow_up" not in {d.kind for d in await herefordshire.duties("tess")}
    outcome = await herefordshire.chat("hal").press("sign_off_follow_up")
    assert outcome.line == "C-23087: signed off. It is closed."
    step = await only(herefordshire, audit, StepKind.REVIEW)
    assert step.state is StepState.DONE
    assert step.replies[-1].verdict is Verdict.PASSED
    assert "Signed off" in herefordshire.chat("hal").words(SIGN)
    assert "Review by 29 January: done" in herefordshire.chat("hal").words(ALERT)
    assert "Written by Tess Marlow" in herefordshire.chat("tess").words(FORM)


async def test_a_review_that_is_returned_is_written_again(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    tess, hal = herefordshire.chat("tess"), herefordshire.chat("hal")
    await tess.press("send_follow_up", answer_0="All well.")
    outcome = await hal.press("return_follow_up", reason="The third has no date.")
    assert outcome.line == "Returned. It is asked for again by Friday 29 January."
    assert "Hal Grove returned it on Monday 21 December" in hal.words(SIGN)
    said = tess.words(FORM)
    assert "Hal Grove returned it\nThe third has no date." in said
    assert "All well." not in said
    await tess.press("send_follow_up", answer_0="The third is due on 4 January.")
    assert "The third is due on 4 January." in hal.words(SIGN)
    await hal.press("sign_off_follow_up")
    step = await only(herefordshire, audit, StepKind.REVIEW)
    assert (step.state, step.round) == (StepState.DONE, 2)
    assert [reply.words for reply in step.replies] == [
        "All well.",
        "The third has no date.",
        "The third is due on 4 January.",
        "",
    ]


async def test_a_return_needs_its_reason(herefordshire: Town) -> None:
    await inadequate(herefordshire)
    await herefordshire.chat("tess").press("send_follow_up", answer_0="All well.")
    outcome = await herefordshire.chat("hal").press("return_follow_up")
    assert not outcome.done
    assert "Please say what is still missing." in outcome.notice


async def test_nobody_signs_off_before_it_is_written(herefordshire: Town) -> None:
    audit = await inadequate(herefordshire)
    step = await only(herefordshire, audit, StepKind.REVIEW)
    for verb in ("sign_off_follow_up", "return_follow_up"):
        outcome = await herefordshire.chat("hal").answered(
            Press(
                verb=verb,
                ref=f"sign_off-{step.id}",
                version=step.version,
                inputs={"reason": "Why?"},
            )
        )
        assert not outcome.done
    assert (await only(herefordshire, audit, StepKind.REVIEW)).replies == ()


async def test_nobody_signs_off_their_own_review(herefordshire: Town) -> None:
    """Hal is away and Tess, who wrote it, covers."""
    audit = await inadequate(herefordshire)
    await herefordshire.away("hal", cover="tess")
    await herefordshire.chat("tess").press("send_follow_up", answer_0="All well.")
    step = await only(herefordshire, audit, StepKind.REVIEW)
    line = await herefordshire.chat("tess").tampers(
        "sign_off_follow_up", f"sign_off-{step.id}", step.version
    )
    assert line.startswith("This is not yours to do")


@pytest.mark.parametrize("name", sorted(PEOPLE.keys() - {"hal", "tess", "cora"}))
async def test_nobody_else_reads_any_of_it(herefordshire: Town, name: str) -> None:
    audit = await inadequate(herefordshire)
    for step in await steps(herefordshire, audit):
        if step.kind is not StepKind.CONFIRM:
            for view in sorted(OURS):
                about = Ref("follow_up", str(step.id))
                assert await herefordshire.chat(name).sees(view, about) is None
