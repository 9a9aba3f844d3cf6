"""Submit and withdraw: what must be there, what is locked, what can come back until when."""

from __future__ import annotations

from domain.audits.audit import SeatState
from tests.chat import Chat
from tests.town import Town


async def graded(town: Town, *grades: str) -> Chat:
    """Ada holds the only seat to speak of and has graded so many areas."""
    if town.council.framework.id == "sefton":
        await town.audit("C-24113", auditor="ada")
    else:
        await town.audit("C-23087", lead="tess", peer="ada")
    ada = town.chat("ada")
    await ada.press("start_audit")
    for grade in grades:
        await ada.press("finish_area", grade=grade, evidence="Seen in the record")
    if len(grades) < len(town.council.framework.programme(town.programme).areas):
        await ada.says("summary")
    return ada


async def seat_of(town: Town, person_id: str = "ada") -> SeatState:
    live = await town.read(lambda uow: uow.audits.seats_of(1))
    return next(seat.state for seat in live if seat.holder == person_id)


async def test_what_is_missing_is_said_and_nothing_is_sent(herefordshire: Town) -> None:
    ada = await graded(herefordshire, *["good"] * 5)
    outcome = await ada.press("submit_assessment", overall="good", reason="The whole record")
    assert outcome.line == ("One thing is missing before you can submit: a grade for area 6.")
    assert outcome.line in ada.words("grading")
    assert await seat_of(herefordshire) is SeatState.STARTED


async def test_what_was_typed_beside_the_gap_is_kept(herefordshire: Town) -> None:
    ada = await graded(herefordshire, "good")
    await ada.press("submit_assessment", overall="good", reason="The whole record")
    draft = await herefordshire.read(lambda uow: uow.assessments.get(1))
    assert draft is not None
    assert (draft.overall, draft.reason) == ("good", "The whole record")
    assert not draft.submitted


async def test_submitting_needs_an_overall_grade_and_what_it_rests_on(herefordshire: Town) -> None:
    ada = await graded(herefordshire, *["good"] * 6)
    outcome = await ada.press("submit_assessment")
    assert outcome.line == (
        "Two things are missing before you can submit: "
        "the overall grade and what your overall grade rests on."
    )


async def test_two_steps_from_most_areas_needs_a_reason(herefordshire: Town) -> None:
    ada = await graded(herefordshire, *["outstanding"] * 4, "good", "good")
    outcome = await ada.press("submit_assessment", overall="requires_improvement")
    assert outcome.line == (
        "One thing is missing before you can submit: "
        "why the overall grade differs: it is 2 or more steps from most areas."
    )
    sent = await ada.press("submit_assessment", reason="One thing outweighs the rest")
    assert sent.line.startswith("Submitted")


async def test_a_grade_above_an_inadequate_area_needs_a_reason(herefordshire: Town) -> None:
    ada = await graded(herefordshire, *["good"] * 5, "inadequate")
    outcome = await ada.press("submit_assessment", overall="good")
    assert "it is above an area judged Inadequate" in outcome.line
    assert outcome.line in ada.words("grading")


async def test_an_optional_area_may_stay_empty(sefton: Town) -> None:
    ada = await graded(sefton, *["good"] * 6)
    await ada.says("change 8")
    await ada.press("finish_area", grade="good", evidence="Much is better")
    sent = await ada.press("submit_assessment", overall="good", reason="All of it")
    assert sent.line.startswith("Submitted")


async def submitted(town: Town) -> Chat:
    ada = await graded(town, *["good"] * 6)
    await ada.press("submit_assessment", overall="good", reason="The whole record")
    return ada


async def test_submitting_locks_and_tells_what_comes_next(herefordshire: Town) -> None:
    ada = await submitted(herefordshire)
    said = ada.words("grading")
    assert "You submitted it at 09:00 on Tuesday 1 December." in said
    assert "We wait for the lead auditor." in said
    assert await seat_of(herefordshire) is SeatState.SUBMITTED
    assert await herefordshire.duties("ada") == []
    assert "Submitted" in ada.words("audit_allocated")


async def test_a_submitted_assessment_takes_no_more_words(herefordshire: Town) -> None:
    ada = await submitted(herefordshire)
    sent = await herefordshire.read(lambda uow: uow.assessments.get(1))
    assert sent is not None
    line = await ada.tampers("save_area", "area-1-1", sent.area(1).version, evidence="Later words")
    assert line == "This assessment is in, so nothing was changed. Withdraw it to change it."
    line = await ada.tampers("submit_assessment", "assessment-1", sent.version, overall="good")
    assert "This assessment is in" in line
    assert await herefordshire.read(lambda uow: uow.assessments.get(1)) == sent


async def test_a_submitted_seat_is_neither_declined_nor_started(herefordshire: Town) -> None:
    ada = await submitted(herefordshire)
    seats = await herefordshire.read(lambda uow: uow.audits.seats_of(1))
    seat = next(seat for seat in seats if seat.holder == "ada")
    for verb in ("decline_audit", "start_audit", "accept_audit", "hand_over_audit"):
        line = await ada.tampers(verb, f"seat-{seat.id}", seat.version, reason="other")
        assert line.startswith("This assessment is in"), verb


async def test_the_submission_is_in_the_trail(herefordshire: Town) -> None:
    await submitted(herefordshire)
    last = (await herefordshire.trail("assessment", 1))[-1]
    assert (last.action, last.actor) == ("submit_assessment", "ada")


async def test_withdrawing_in_time_opens_a_new_draft_with_the_same_words(
    herefordshire: Town,
) -> None:
    ada = await submitted(herefordshire)
    herefordshire.later(minutes=9, seconds=59)
    outcome = await ada.press("withdraw_assessment")
    assert outcome.line.startswith("It is a draft again.")
    assert await seat_of(herefordshire) is SeatState.STARTED
    assert [duty.kind for duty in await herefordshire.duties("ada")] == ["submit_assessment"]
    draft = await herefordshire.read(lambda uow: uow.assessments.of_seat(2))
    assert draft is not None
    assert not draft.submitted
    assert (draft.overall, draft.area(3).evidence) == ("good", "Seen in the record")


async def test_what_was_submitted_stays_in_the_database(herefordshire: Town) -> None:
    ada = await submitted(herefordshire)
    before = await herefordshire.read(lambda uow: uow.assessments.get(1))
    await ada.press("withdraw_assessment")
    await ada.says("change 1")
    await ada.press("save_area", grade="inadequate", evidence="Second thoughts on this")
    kept = await herefordshire.read(lambda uow: uow.assessments.get(1))
    assert kept == before
    assert kept is not None
    assert kept.submitted


async def test_withdrawing_is_refused_once_the_time_is_over(herefordshire: Town) -> None:
    ada = await submitted(herefordshire)
    receipt = ada.card("grading")
    herefordshire.later(minutes=10)
    outcome = await ada.press("withdraw_assessment", on=receipt)
    assert not outcome.done
    assert "The next stage has begun, so this cannot come back." in outcome.line
    assert await seat_of(herefordshire) is SeatState.SUBMITTED


async def test_a_draft_cannot_be_withdrawn(herefordshire: Town) -> None:
    ada = await graded(herefordshire, "good")
    seats = await herefordshire.read(lambda uow: uow.audits.seats_of(1))
    seat = next(seat for seat in seats if seat.holder == "ada")
    line = await ada.tampers("withdraw_assessment", f"seat-{seat.id}", seat.version)
    assert line == "This is still a draft, so there is nothing to withdraw."


async def test_submitting_again_after_a_withdrawal_counts(herefordshire: Town) -> None:
    ada = await submitted(herefordshire)
    await ada.press("withdraw_assessment")
    herefordshire.later(hours=1)
    await ada.press("submit_assessment", overall="outstanding")
    sent = await herefordshire.read(lambda uow: uow.assessments.of_seat(2))
    assert sent is not None
    assert (sent.submitted, sent.overall, sent.submitted_at) == (
        True,
        "outstanding",
        herefordshire.now,
    )


async def test_open_shows_the_receipt_again(herefordshire: Town) -> None:
    ada = await submitted(herefordshire)
    count = len(ada.cards)
    await ada.press("open_audit")
    assert ada.kinds[count:] == ["grading"]
    assert "You submitted it at 09:00" in ada.words("grading")
