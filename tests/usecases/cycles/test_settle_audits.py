"""What the clock does once everything is in: compare, send findings, or wait for a moderator."""

from __future__ import annotations

import json

import pytest

from domain.audits.audit import AuditState
from domain.people.person import Person
from tests.cards.walk import words
from tests.cast import PEOPLE
from tests.town import Town
from tests.usecases.moderation.seeding import submits

GOOD = ["good"] * 6
QUIN = Person(id="quin", name="Quin Reed", roles=frozenset({"qa_team"}))


async def pair(
    town: Town, lead: list[str], peer: list[str], *, overall: tuple[str, str] = ("good", "good")
) -> int:
    """Tess and Ada have submitted those grades; Quin coordinates and never moderates."""
    await town.hires(QUIN)
    audit = await town.audit("C-23087", lead="tess", peer="ada")
    for role, grades, grade in (("lead", lead, overall[0]), ("peer", peer, overall[1])):
        await comes_in(town, audit, role, [grade, *grades])
    return audit


async def comes_in(town: Town, audit: int, role: str, grades: list[str]) -> None:
    """One seat's assessment is in: overall first, then the areas."""
    seat = await town.seat(audit, role)
    given = dict(enumerate(grades))
    await submits(town.units, seat.id, given, now=town.now, words=f"What {seat.holder} saw")
    await town.deliver()


async def test_nothing_moves_before_the_time_to_withdraw_is_over(herefordshire: Town) -> None:
    audit = await pair(herefordshire, GOOD, GOOD)
    herefordshire.later(minutes=9, seconds=59)
    assert await herefordshire.settle() == 0
    assert await herefordshire.state(audit) is AuditState.OPEN
    herefordshire.later(seconds=1)
    assert await herefordshire.settle() == 1
    assert await herefordshire.state(audit) is AuditState.FINAL


async def test_the_later_of_two_submissions_counts(herefordshire: Town) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    for role in ("lead", "peer"):
        await comes_in(herefordshire, audit, role, ["good", *GOOD])
        herefordshire.later(minutes=8)
    assert await herefordshire.settle() == 0
    herefordshire.later(minutes=2)
    assert await herefordshire.settle() == 1
    assert await herefordshire.state(audit) is AuditState.FINAL


async def test_one_seat_that_is_not_in_holds_the_audit(herefordshire: Town) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await comes_in(herefordshire, audit, "lead", ["good", *GOOD])
    herefordshire.later(days=9)
    assert await herefordshire.settle() == 0
    assert await herefordshire.state(audit) is AuditState.OPEN


async def test_a_withdrawn_assessment_holds_it_again(herefordshire: Town) -> None:
    audit = await pair(herefordshire, GOOD, GOOD)
    await herefordshire.chat("ada").press("withdraw_assessment")
    herefordshire.later(days=1)
    assert await herefordshire.settle() == 0
    assert await herefordshire.state(audit) is AuditState.OPEN


async def test_agreed_findings_go_to_everybody_of_the_framework(herefordshire: Town) -> None:
    """HER: worker, team manager, service manager, reviewing officer, chair; never an auditor."""
    await pair(herefordshire, GOOD, GOOD)
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    told = {name for name in PEOPLE if "audit_findings" in herefordshire.chat(name).kinds}
    assert told == {"wes", "sam"}


async def test_findings_tell_strengths_first(herefordshire: Town) -> None:
    await pair(herefordshire, GOOD, GOOD)
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    said = herefordshire.chat("wes").words("audit_findings")
    assert 0 <= said.index("Strong, What tess saw") < said.index("To develop, What tess saw")
    assert "Tess Marlow" in said
    assert "Ada Byrne" in said


@pytest.mark.rows("HER-08")
async def test_one_step_in_one_area_waits_for_a_moderator(herefordshire: Town) -> None:
    """HER-08, story 3: nobody gets findings while a grade differs."""
    audit = await pair(herefordshire, GOOD, [*GOOD[:5], "outstanding"])
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    assert await herefordshire.state(audit) is AuditState.MODERATING
    assert not any("audit_findings" in herefordshire.chat(name).kinds for name in PEOPLE)
    said = herefordshire.chat("quin").words("audit_compared")
    assert "Embracing diversity" in said
    assert "Assessments" not in said
    assert "A moderator decides between Tuesday 22 December and Monday 28 December." in said


@pytest.mark.rows("HER-08")
async def test_one_step_in_the_overall_grade_waits_as_well(herefordshire: Town) -> None:
    audit = await pair(herefordshire, GOOD, GOOD, overall=("good", "requires_improvement"))
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    assert await herefordshire.state(audit) is AuditState.MODERATING
    assert "Overall" in herefordshire.chat("quin").words("audit_compared")


async def test_the_auditors_hear_that_they_differ(herefordshire: Town) -> None:
    await pair(herefordshire, GOOD, [*GOOD[:5], "outstanding"])
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    for name in ("tess", "ada"):
        said = herefordshire.chat(name).words("grading")
        assert "Your grades and the other auditor's differ, so a moderator decides." in said
        assert "Withdraw" not in said


async def test_the_comparison_is_for_coordinators_alone(herefordshire: Town) -> None:
    await pair(herefordshire, GOOD, [*GOOD[:5], "outstanding"])
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    everybody = (*PEOPLE, "quin")
    told = {name for name in everybody if "audit_compared" in herefordshire.chat(name).kinds}
    assert told == {"cora", "quin"}


@pytest.mark.rows("HER-09")
async def test_a_coordinator_who_may_moderate_reads_that_it_differs_but_not_where(
    herefordshire: Town,
) -> None:
    await pair(herefordshire, GOOD, [*GOOD[:5], "outstanding"])
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    said = herefordshire.chat("cora").words("audit_compared")
    assert "1 grade differs" in said
    assert not [word for word in ("Embracing diversity", "Good", "Outstanding") if word in said]


async def test_a_single_auditors_findings_go_out(sefton: Town) -> None:
    audit = await sefton.audit("C-24113", auditor="ada")
    await comes_in(sefton, audit, "auditor", ["good"] * 9)
    sefton.later(minutes=10)
    assert await sefton.settle() == 1
    assert await sefton.state(audit) is AuditState.GRADED
    told = {name for name in PEOPLE if "audit_findings" in sefton.chat(name).kinds}
    assert told == {"will", "theo", "sam", "ivy"}
    assert not any("audit_compared" in sefton.chat(name).kinds for name in PEOPLE)


async def test_settling_again_changes_nothing(herefordshire: Town) -> None:
    audit = await pair(herefordshire, GOOD, GOOD)
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    before = json.dumps([posted.card for posted in herefordshire.chat("wes").cards])
    herefordshire.later(hours=1)
    assert await herefordshire.settle() == 0
    assert json.dumps([posted.card for posted in herefordshire.chat("wes").cards]) == before
    actions = [entry.action for entry in await herefordshire.trail("audit", audit)]
    assert actions == ["finish_audit", "compare_assessments"]


async def test_two_replicas_settle_an_audit_once(herefordshire: Town) -> None:
    """The one that comes second finds nothing more to do."""
    await pair(herefordshire, GOOD, GOOD)
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    await herefordshire.settle()
    assert herefordshire.chat("wes").kinds.count("audit_findings") == 1


async def test_the_comparison_is_in_the_trail(herefordshire: Town) -> None:
    audit = await pair(herefordshire, GOOD, [*GOOD[:5], "outstanding"])
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    sent, entry = await herefordshire.trail("audit", audit)
    assert (sent.action, sent.details["reasons"]) == ("send_to_moderation", "pair_differs")
    assert (entry.action, entry.actor) == ("compare_assessments", "practice-loop")
    assert entry.details["differences"] == 1


async def test_findings_are_read_once_and_noted(herefordshire: Town) -> None:
    await pair(herefordshire, GOOD, GOOD)
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    wes = herefordshire.chat("wes")
    outcome = await wes.press("acknowledge_findings")
    assert outcome.line == "Thank you. I have noted that you read the findings of C-23087."
    notice = await herefordshire.read(lambda uow: uow.notices.get(1))
    assert notice is not None
    assert notice.read_at == herefordshire.now
    assert outcome.card is not None
    assert "acknowledge_findings" not in words(outcome.card.render())


async def test_findings_that_are_not_out_cannot_be_read(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    line = await herefordshire.chat("wes").tampers("acknowledge_findings", "notice-1", 1)
    assert line == "The findings are not out yet, so nothing was noted. You will get them here."
    notice = await herefordshire.read(lambda uow: uow.notices.get(1))
    assert notice is not None
    assert notice.read_at is None
