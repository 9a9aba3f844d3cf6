"""SEF: what a final grade causes there, and what it does not (SEF-24, SEF-25, SEF-26, SEF-36)."""

from __future__ import annotations

import pytest

from domain.follow_up.step import StepKind, StepState
from domain.people.person import Person
from tests.cast import PEOPLE
from tests.town import Town
from tests.usecases.follow_up.finals import QUINN, audited, only, sent, steps, ticks

ALERT, FORM = "follow_up_alert", "follow_up_form"
BOTH = {ALERT, FORM}
QUIN = Person(
    id="quin", name="Quin Lodge", roles=frozenset({"quality_assurance_manager"}), team="Quality"
)
SIG = Person(id="sig", name="Sig Urban", roles=frozenset({"safeguarding_review_service_manager"}))


async def move_in(town: Town) -> None:
    await town.hires(QUIN, SIG, QUINN)


@pytest.mark.rows("SEF-25")
async def test_one_inadequate_sends_nobody_anything_but_the_findings(sefton: Town) -> None:
    """SEF-25: everything that was sent is listed here."""
    await move_in(sefton)
    audit = await audited(sefton, "C-24120", "inadequate")
    sefton.later(days=7)
    await ticks(sefton)
    everything = {(name, kind) for name in sefton.chats for kind in sefton.chat(name).kinds}
    findings = {("will", "audit_findings"), ("theo", "audit_findings"), ("sam", "audit_findings")}
    notices = {(name, "audit_notice") for name in ("will", "theo", "sam")}
    cycle = {("cora", "cycle_opened"), ("quin", "cycle_opened"), ("ivy", "audit_allocated")}
    first_audit = {("ivy", "survey_asked")}  # asked after it
    assert everything == findings | notices | cycle | first_audit
    (talk,) = await steps(sefton, audit)
    assert (talk.rule, talk.state) == ("activities.supervision_talk", StepState.WAITING)


async def test_one_inadequate_is_never_audited_again(sefton: Town) -> None:
    await move_in(sefton)
    audit = await audited(sefton, "C-24120", "inadequate")
    for _ in range(12):
        sefton.later(days=31)
        await ticks(sefton)
    assert await steps(sefton, audit, StepKind.RE_AUDIT) == []
    assert sent(sefton, BOTH) == set()


async def test_two_in_a_row_are_told_to_both_managers(sefton: Town) -> None:
    """Story 10."""
    await move_in(sefton)
    await audited(sefton, "C-24120", "inadequate")
    assert sent(sefton, BOTH) == set()
    sefton.later(days=3)
    await audited(sefton, "C-24205", "inadequate", day=3)
    assert sent(sefton, BOTH) == {("quin", ALERT), ("sam", ALERT), ("quin", FORM)}
    said = sefton.chat("sam").words(ALERT)
    assert "Two or more Inadequate in a row" in said
    assert "Will Heath" in said
    assert "C-24120: Inadequate, final on 1 December" in said
    assert "C-24205: Inadequate, final on 4 December" in said
    assert "Send comment" not in said


@pytest.mark.rows("SEF-24")
async def test_what_drove_the_grades_is_kept(sefton: Town) -> None:
    await move_in(sefton)
    await audited(sefton, "C-24120", "inadequate")
    audit = await audited(sefton, "C-24205", "inadequate", day=3)
    quin = sefton.chat("quin")
    lacking = await quin.press("send_follow_up", answer_0="Three workers in a year.")
    assert lacking.notice == "One answer is missing: What would help? Nothing was kept."
    assert "Three workers in a year." in quin.words(FORM)
    await quin.press(
        "send_follow_up", answer_0="Three workers in a year.", answer_1="One who stays."
    )
    step = await only(sefton, audit, StepKind.SCRUTINY)
    assert step.state is StepState.DONE
    assert [reply.words for reply in step.replies] == ["Three workers in a year.", "One who stays."]
    assert await sefton.duties("quin") == []
    assert "Written by Quin Lodge" in quin.words(FORM)


async def test_a_good_one_between_ends_the_row(sefton: Town) -> None:
    await move_in(sefton)
    for number, (ref, grade) in enumerate(
        (("C-24120", "inadequate"), ("C-24205", "good"), ("C-24177", "inadequate"))
    ):
        await audited(sefton, ref, grade, day=number)
    assert ALERT not in {kind for _, kind in sent(sefton, BOTH)}


async def test_an_alert_that_was_raised_is_not_raised_again(sefton: Town) -> None:
    """The same pair; a third in a row makes a new pair."""
    await move_in(sefton)
    await audited(sefton, "C-24120", "inadequate")
    await audited(sefton, "C-24205", "inadequate", day=3)
    sefton.later(days=1)
    await ticks(sefton)
    assert sefton.chat("sam").kinds.count(ALERT) == 1
    sefton.later(days=1)
    await audited(sefton, "C-24177", "inadequate", day=5)
    assert sefton.chat("sam").kinds.count(ALERT) == 2


async def test_a_team_with_half_of_four_is_told_once(sefton: Town) -> None:
    """E-62; two workers, so that nobody has two in a row."""
    await move_in(sefton)
    for number, (ref, grade) in enumerate(
        (
            ("C-23087", "inadequate"),
            ("C-23145", "inadequate"),
            ("C-23101", "requires_improvement"),
            ("C-23210", "requires_improvement"),
        )
    ):
        await audited(sefton, ref, grade, day=number)
    assert sent(sefton, BOTH) == {("quin", ALERT), ("sam", ALERT), ("quin", FORM)}
    said = sefton.chat("quin").words(ALERT)
    assert "Team\nSafeguarding North" in said
    assert "Final grade" not in sefton.chat("quin").words(FORM)
    assert "Practitioner" not in said
    assert "C-23101" not in said
    sefton.later(days=1)
    await audited(sefton, "C-23145", "inadequate", day=9)
    assert sefton.chat("quin").words(ALERT).count("Safeguarding North") >= 1
    assert sefton.chat("quin").kinds.count(ALERT) == 1


@pytest.mark.rows("SEF-26")
async def test_area_seven_of_a_cared_for_child_is_looked_at_closely(sefton: Town) -> None:
    """Story 11; E-63."""
    await move_in(sefton)
    audit = await audited(sefton, "C-24120", "good", areas={7: "inadequate"})
    step = await only(sefton, audit, StepKind.SCRUTINY)
    assert set(step.people("write")) == {"cora", "sig"}
    assert {("cora", FORM), ("sig", FORM)} <= sent(sefton, BOTH)
    await sefton.chat("sig").press("send_follow_up", answer_0="Reviews were late.")
    said = sefton.chat("cora").words(FORM)
    assert "Reviews were late." in said
    assert "Sig Urban" in said


async def test_area_seven_of_another_child_is_not(sefton: Town) -> None:
    await move_in(sefton)
    audit = await audited(sefton, "C-23087", "requires_improvement", areas={7: "inadequate"})
    assert await steps(sefton, audit, StepKind.SCRUTINY) == []
    assert sent(sefton, BOTH) == set()


@pytest.mark.rows("SEF-36")
async def test_every_good_one_is_summed_up_by_the_qa_team(sefton: Town) -> None:
    """SEF-36."""
    await move_in(sefton)
    audit = await audited(sefton, "C-23087", "good")
    assert sent(sefton, BOTH) == {("quinn", FORM)}
    await sefton.chat("quinn").press(
        "send_follow_up", answer_0="Patience.", answer_1="The family wrote the plan."
    )
    step = await only(sefton, audit, StepKind.SUMMARY)
    assert step.state is StepState.DONE
    assert step.replies[1].words == "The family wrote the plan."
    assert await sefton.duties("quinn") == []


async def test_without_anybody_of_the_role_those_who_run_cycles_are_asked(sefton: Town) -> None:
    assert "qa_team" not in {role for person in PEOPLE.values() for role in person.roles}
    audit = await audited(sefton, "C-23087", "good")
    assert (await only(sefton, audit, StepKind.SUMMARY)).people("write") == ("cora",)


async def test_what_is_done_cannot_be_done_twice(sefton: Town) -> None:
    await move_in(sefton)
    await audited(sefton, "C-23087", "good")
    quinn = sefton.chat("quinn")
    old = quinn.card(FORM)
    await quinn.press("send_follow_up", answer_0="Patience.", answer_1="The plan.")
    again = await quinn.press(
        "send_follow_up", on=old, answer_0="Something else.", answer_1="Entirely."
    )
    assert not again.done
