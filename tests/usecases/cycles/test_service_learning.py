"""A service's own learning: monthly on the theme of its plan, and for a hunch (LEI-09, LEI-10)."""

from __future__ import annotations

from typing import Any

import pytest

from domain.audits.audit import AuditState
from domain.cases.case import CaseKind
from tests.cards.walk import words
from tests.cast import NORTH, SOUTH
from tests.town import Town
from tests.usecases.approvals.test_approvals import SMITA
from tests.usecases.cycles.test_samples import commission
from tests.usecases.cycles.writing import day, looked_at, opened, settles, writes
from usecases.approvals.ask_for_approvals import ask_for_approvals
from usecases.cycles.opening_by_itself import open_by_themselves
from usecases.cycles.opening_by_plan import open_by_plan

PLAN: dict[str, Any] = {
    "answer_1_1": "Direct work with fathers",
    "answer_1_2": "Aim 2",
    "answer_1_3": "Visits",
}


@pytest.fixture
async def lei(leicestershire: Town) -> Town:
    await leicestershire.hires(SMITA)
    return leicestershire


async def plan_passes(town: Town, name: str = "hal") -> None:
    """A head of service sends the plan of the year; QAIT and SMT pass it."""
    town.now = day("2027-04-01")
    await town.tick(ask_for_approvals)
    await town.chat(name).press("send_approval", **PLAN)
    await town.chat("quin").press("pass_approval")
    await town.chat("smita").press("pass_approval")


@pytest.mark.rows("LEI-09")
async def test_each_month_a_manager_of_the_service_tests_the_theme_of_its_plan(lei: Town) -> None:
    await plan_passes(lei)
    assert await lei.tick(open_by_plan) == 1
    assert await lei.tick(open_by_plan) == 0
    ((audit, (seat,)),) = await opened(lei, "learning_activity")
    case = await looked_at(lei, audit)
    assert (case.kind, case.service) == (CaseKind.SERVICE, "Leadership")
    assert seat.holder in {"hal", "sam", "tess", "theo"}  # the line of Hal, never that of Hope
    assert seat.due_on.isoformat() == "2027-04-30"
    chat = lei.chat(seat.holder or "")
    card = chat.words("audit_allocated")
    assert "Direct work with fathers" in card
    assert "test the theme in your service" in card
    assert "Your service's learning plan asks for a piece of learning each month" in card
    await chat.press("start_audit")
    assert "Which theme or hunch did you test" in chat.words("grading")
    assert (await writes(chat, 4)).startswith("Submitted")
    await settles(lei)
    assert await lei.state(audit.id) is AuditState.FINAL
    for manager in {"hal", "sam", "tess", "theo"} - {seat.holder}:
        findings = lei.chat(manager).words("audit_findings")
        assert "the work of this service" in findings
        assert "To develop" in findings
    assert "audit_findings" not in lei.chat("tina").kinds


async def test_a_service_without_a_passed_plan_has_none_until_it_passes(lei: Town) -> None:
    lei.now = day("2027-04-01")
    await lei.tick(ask_for_approvals)
    assert await lei.tick(open_by_plan) == 0
    await lei.chat("hal").press("send_approval", **PLAN)
    await lei.chat("quin").press("return_approval", reason="Which aim?")
    assert await lei.tick(open_by_plan) == 0
    await lei.chat("hal").press("send_approval", **PLAN)
    await lei.chat("quin").press("pass_approval")
    assert await lei.tick(open_by_plan) == 0
    await lei.chat("smita").press("pass_approval")
    assert await lei.tick(open_by_plan) == 1


async def test_the_next_month_follows_the_same_plan_and_nothing_opens_twice(lei: Town) -> None:
    await plan_passes(lei)
    await lei.tick(open_by_plan)
    lei.now = day("2027-05-04")
    assert await lei.tick(open_by_plan) == 1
    assert await lei.tick(open_by_themselves) == 0
    cycles = await lei.read(lambda uow: uow.audits.cycles("learning_activity"))
    assert {cycle.opens_on.isoformat() for cycle in cycles} == {"2027-04-01", "2027-05-01"}
    assert {cycle.theme for cycle in cycles} == {"Direct work with fathers"}


@pytest.mark.rows("LEI-10")
async def test_a_manager_looks_into_a_hunch_about_their_own_team(lei: Town) -> None:
    lei.now = day("2026-05-05")
    form = (await lei.chat("tess").says("new audit")).card
    assert form
    assert "Extra learning activity" in words(form.render())
    why = "Visits fall in school holidays"
    asked = {"programme": "extra_learning_activity", "records": NORTH, "reason": why}
    assert "1 audit" in await commission(lei, "tess", **asked)
    ((audit, (seat,)),) = await opened(lei, "extra_learning_activity")
    assert (seat.holder, seat.due_on.isoformat()) == ("tess", "2026-05-29")
    tess = lei.chat("tess")
    assert why in tess.words("audit_allocated")
    await tess.press("start_audit")
    assert "Which pattern made you look" in tess.words("grading")
    assert (await writes(tess, 3)).startswith("Submitted")
    await settles(lei)
    assert await lei.state(audit.id) is AuditState.FINAL
    findings = lei.chat("sam").words("audit_findings")
    assert "What speaks against it" in findings


@pytest.mark.rows("LEI-10")
async def test_what_qait_asks_about_a_team_goes_to_a_manager_of_it(lei: Town) -> None:
    lei.now = day("2026-05-05")
    why = "Two moves in a month"
    asked = {"programme": "extra_learning_activity", "records": SOUTH, "reason": why}
    assert "1 audit" in await commission(lei, "quin", **asked)
    ((_, (seat,)),) = await opened(lei, "extra_learning_activity")
    assert seat.holder in {"theo", "sam", "hal"}
    assert why in lei.chat(seat.holder or "").words("audit_allocated")
    refused = await lei.chat("wes").says("new audit")
    assert refused.card is None
