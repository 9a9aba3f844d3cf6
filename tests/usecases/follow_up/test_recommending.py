"""COL: what is recommended is shown to have moved, and is signed off (COL-03, COL-04)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.follow_up.step import Step, StepKind, StepState
from domain.people.person import Person
from tests.town import Town
from tests.usecases.follow_up.finals import audited, only, sent, steps, ticks

RECOMMEND, FORM = "recommendations", "follow_up_form"
SIGN, AGENDA = "follow_up_sign_off", "recommendation_agenda"
ADA_PEOPLE = Person(id="adp", name="Adele Pound", roles=frozenset({"assistant_director_people"}))
CORD = Person(id="cord", name="Cord Lime", roles=frozenset({"safeguarding_qa_service_manager"}))
NOVEMBER = datetime(2025, 11, 20, 10, 0, tzinfo=UTC)
DECEMBER = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)
ADVICE = "Hold supervision every four weeks."


async def recommended(town: Town, *, at: datetime = NOVEMBER) -> int:
    """Ivy audited C-23087 in autumn and recommends something to Tess; gives the audit's id."""
    await town.hires(ADA_PEOPLE, CORD)
    town.now = at
    audit = await audited(town, "C-23087", None)
    outcome = await town.chat("ivy").press(
        "add_recommendation", recommendation=ADVICE, owner="tess"
    )
    assert outcome.done, outcome.line
    return audit


async def recommendation(town: Town, audit: int) -> Step:
    return await only(town, audit, StepKind.RECOMMENDATION)


async def test_the_auditor_and_the_qa_team_are_asked_what_they_recommend(city: Town) -> None:
    await city.hires(ADA_PEOPLE, CORD)
    city.now = NOVEMBER
    await audited(city, "C-23087", None)
    assert ("ivy", RECOMMEND) in sent(city, {RECOMMEND})
    assert ("cord", RECOMMEND) in sent(city, {RECOMMEND})
    assert not {"tess", "wes", "adp"} & {name for name, _ in sent(city, {RECOMMEND})}
    said = city.chat("ivy").words(RECOMMEND)
    assert "Getting to Outstanding review on Monday 1 December" in said


async def test_a_recommendation_waits_for_its_review(city: Town) -> None:
    audit = await recommended(city)
    step = await recommendation(city, audit)
    assert (step.state, step.opens_on, step.words) == (
        StepState.WAITING,
        date(2025, 12, 1),
        ADVICE,
    )
    assert (step.people("write"), step.people("sign")) == (("tess",), ("adp",))
    assert f"{ADVICE}\nTess Marlow\nahead" in city.chat("cord").words(RECOMMEND)
    city.now = datetime(2025, 11, 28, 9, 0, tzinfo=UTC)
    await ticks(city)
    assert sent(city, {FORM, SIGN, AGENDA}) == set()


async def test_the_qa_team_may_add_one_too(city: Town) -> None:
    audit = await recommended(city)
    await city.chat("cord").press("add_recommendation", recommendation="Write it.", owner="wes")
    words = [step.words for step in await steps(city, audit, StepKind.RECOMMENDATION)]
    assert words == [ADVICE, "Write it."]


async def test_one_that_lacks_its_words_or_its_owner_is_not_kept(city: Town) -> None:
    await city.hires(ADA_PEOPLE, CORD)
    city.now = NOVEMBER
    audit = await audited(city, "C-23087", None)
    ivy = city.chat("ivy")
    no_words = await ivy.press("add_recommendation", owner="tess")
    assert no_words.notice == "Please write what you recommend. Nothing was kept."
    no_owner = await ivy.press("add_recommendation", recommendation=ADVICE, owner="")
    assert no_owner.notice == "Please choose who sees it through. Nothing was kept."
    stranger = await ivy.press("add_recommendation", recommendation=ADVICE, owner="hal")
    assert not stranger.done
    assert ADVICE in ivy.words(RECOMMEND)
    assert await steps(city, audit, StepKind.RECOMMENDATION) == []


async def test_an_old_card_does_not_add_over_a_newer_one(city: Town) -> None:
    await city.hires(ADA_PEOPLE, CORD)
    city.now = NOVEMBER
    audit = await audited(city, "C-23087", None)
    old = city.chat("cord").card(RECOMMEND)
    await city.chat("ivy").press("add_recommendation", recommendation=ADVICE, owner="tess")
    late = await city.chat("cord").press(
        "add_recommendation", on=old, recommendation="Write it down.", owner="wes"
    )
    assert not late.done
    assert len(await steps(city, audit, StepKind.RECOMMENDATION)) == 1


async def in_review(town: Town) -> int:
    """December has come."""
    audit = await recommended(town)
    town.now = DECEMBER
    await ticks(town)
    return audit


async def test_in_december_the_owner_is_asked_for_evidence(city: Town) -> None:
    """Story 21."""
    audit = await in_review(city)
    said = city.chat("tess").words(FORM)
    assert "Evidence for C-23087" in said
    assert ADVICE in said
    assert "What has moved since the audit?" in said
    assert [d.kind for d in await city.duties("tess")] == ["write_follow_up"]
    assert (await recommendation(city, audit)).due_on == date(2025, 12, 31)


async def test_the_meeting_gets_an_agenda_that_stays_up_to_date(city: Town) -> None:
    await in_review(city)
    assert {name for name, _ in sent(city, {AGENDA})} >= {"adp", "cord"}
    assert "no evidence yet" in city.chat("adp").words(AGENDA)
    await city.chat("tess").press(
        "send_follow_up", answer_0="Every four weeks.", answer_1="The record."
    )
    said = city.chat("adp").words(AGENDA)
    assert "Evidence is in for 1 of 1 recommendation." in said
    await ticks(city)
    assert city.chat("adp").kinds.count(AGENDA) == 1


@pytest.mark.rows("COL-03")
async def test_ad_people_signs_off_with_the_evidence(city: Town) -> None:
    audit = await in_review(city)
    await city.chat("tess").press(
        "send_follow_up", answer_0="Every four weeks.", answer_1="The record of three."
    )
    said = city.chat("adp").words(SIGN)
    assert "The record of three." in said
    assert ADVICE in said
    outcome = await city.chat("adp").press("sign_off_follow_up")
    assert outcome.done
    assert (await recommendation(city, audit)).state is StepState.DONE
    assert "Nothing is open any more." in city.chat("adp").words(AGENDA)
    assert await city.duties("adp") == []


@pytest.mark.rows("COL-04")
async def test_what_is_returned_stays_open_to_the_next_review(city: Town) -> None:
    """E-41."""
    audit = await in_review(city)
    tess, adp = city.chat("tess"), city.chat("adp")
    await tess.press("send_follow_up", answer_0="We mean to.", answer_1="Nothing yet.")
    outcome = await adp.press("return_follow_up", reason="Show me three.")
    assert outcome.line == "Returned. It stays open to the review of Monday 1 June."
    step = await recommendation(city, audit)
    assert (step.state, step.opens_on, step.round) == (StepState.WAITING, date(2026, 6, 1), 2)
    assert await city.duties("tess") == []
    assert "It comes again on Monday 1 June." in adp.words(SIGN)
    assert "Nothing is open any more." in adp.words(AGENDA)
    city.now = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    await ticks(city)
    assert "Adele Pound returned it\nShow me three." in tess.words(FORM)
    assert adp.kinds.count(AGENDA) == 2
    await tess.press("send_follow_up", answer_0="Done.", answer_1="Here are three.")
    await adp.press("sign_off_follow_up")
    assert (await recommendation(city, audit)).state is StepState.DONE


async def test_one_without_evidence_can_be_returned_but_not_signed_off(city: Town) -> None:
    audit = await in_review(city)
    adp = city.chat("adp")
    await adp.press("open_follow_up")
    said = adp.words(SIGN)
    assert "has not written anything yet" in said
    assert "Sign off" not in said.split("\n")
    step = await recommendation(city, audit)
    line = await adp.tampers("sign_off_follow_up", f"sign_off-{step.id}", step.version)
    assert "settled already" in line
    await adp.press("return_follow_up", reason="Nothing came.")
    assert (await recommendation(city, audit)).state is StepState.WAITING
    assert await city.duties("tess") == []


async def test_one_of_january_comes_to_the_review_that_runs(city: Town) -> None:
    """December's review may run on into January."""
    audit = await recommended(city, at=datetime(2026, 1, 8, 10, 0, tzinfo=UTC))
    assert (await recommendation(city, audit)).state is StepState.OPEN
    assert FORM in city.chat("tess").kinds
    assert AGENDA in city.chat("adp").kinds


async def test_nobody_else_reads_the_agenda(city: Town) -> None:
    await in_review(city)
    line = await city.chat("wes").tampers("open_follow_up", "follow_up-1", 2)
    assert line.startswith("This is not yours to do")
    assert AGENDA not in city.chat("tess").kinds
