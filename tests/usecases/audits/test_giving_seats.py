"""Accept, start, decline, appoint: how a seat finds who will do it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.audits.audit import SeatState
from domain.refs import Ref
from tests.cast import ADA
from tests.town import Town
from usecases.pressing import Press

CASE = "C-23087"


async def kinds_of_duties(town: Town, person_id: str) -> list[str]:
    return [duty.kind for duty in await town.duties(person_id)]


async def pair(town: Town) -> int:
    return await town.audit(CASE, lead="tess", peer="ada")


async def test_the_card_asks_the_peer_with_the_reason(herefordshire: Town) -> None:
    await pair(herefordshire)
    said = herefordshire.chat("ada").words("audit_allocated")
    assert "You are peer auditor for C-23087" in said
    assert "**Tuesday 22 December**" in said
    assert "Tess Marlow" in said
    assert "By hand" in said


async def test_accepting_makes_submitting_the_duty(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    ada = herefordshire.chat("ada")
    outcome = await ada.press("accept_audit")
    assert outcome.line == ("C-23087 is yours, due Tuesday 22 December. Type start when you begin.")
    assert (await herefordshire.seat(audit, "peer")).state is SeatState.ACCEPTED
    assert await kinds_of_duties(herefordshire, "ada") == ["submit_assessment"]
    assert "You accepted this on Tuesday 1 December" in ada.words("audit_allocated")


async def test_accepting_is_in_the_trail(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    await herefordshire.chat("ada").press("accept_audit")
    seat = await herefordshire.seat(audit, "peer")
    last = (await herefordshire.trail("seat", seat.id))[-1]
    assert (last.action, last.actor, last.details) == (
        "accept_audit",
        "ada",
        {"version": seat.version},
    )


async def test_starting_posts_the_form_at_area_1(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    ada = herefordshire.chat("ada")
    await ada.press("start_audit")
    assert ada.kinds == ["audit_allocated", "grading"]
    assert "Voice of the child" in ada.words("grading")
    assert "0 of 6" in ada.words("audit_allocated")
    assert (await herefordshire.seat(audit, "peer")).state is SeatState.STARTED
    assert await kinds_of_duties(herefordshire, "ada") == ["submit_assessment"]


async def test_starting_again_carries_on_with_the_same_draft(herefordshire: Town) -> None:
    await pair(herefordshire)
    ada = herefordshire.chat("ada")
    await ada.press("start_audit")
    await ada.press("finish_area", grade="good", evidence="Heard in every visit")
    await ada.press("start_audit")
    assert ada.kinds.count("grading") == 2
    assert "Assessments" in ada.words("grading")
    assert "1 of 6" in ada.words("audit_allocated")


@pytest.mark.parametrize("reason", ["conflict", "away", "workload", "other"])
async def test_a_declined_seat_goes_to_somebody_else(herefordshire: Town, reason: str) -> None:
    audit = await pair(herefordshire)
    ada = herefordshire.chat("ada")
    outcome = await ada.press("decline_audit", reason=reason, note="Two big reviews")
    seat = await herefordshire.seat(audit, "peer")
    assert seat.holder in {"ivy", "chip"}
    assert seat.state is SeatState.OFFERED
    assert outcome.line == "C-23087 is no longer yours. Somebody else has been asked."
    assert "You said on Tuesday 1 December that you can't take this one" in ada.words(
        "audit_allocated"
    )
    assert await kinds_of_duties(herefordshire, "ada") == []
    assert herefordshire.chat(seat.holder or "").kinds == ["audit_allocated"]
    assert await kinds_of_duties(herefordshire, seat.holder or "") == ["answer_allocation"]
    (refusal,) = await herefordshire.read(lambda uow: uow.audits.refusals(seat.id))
    assert (refusal.person_id, refusal.reason) == ("ada", reason)


async def test_a_decline_without_a_reason_changes_nothing(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    outcome = await herefordshire.chat("ada").press("decline_audit")
    assert not outcome.done
    assert "Please choose why" in outcome.line
    assert (await herefordshire.seat(audit, "peer")).holder == "ada"


async def test_a_note_over_500_characters_is_refused_whole(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    outcome = await herefordshire.chat("ada").press("decline_audit", reason="away", note="x" * 501)
    assert "501 characters and this box takes 500" in outcome.line
    assert (await herefordshire.seat(audit, "peer")).holder == "ada"


async def test_a_declined_draft_is_kept_but_nobody_goes_on_with_it(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    ada = herefordshire.chat("ada")
    await ada.press("start_audit")
    await ada.press("save_area", grade="good", evidence="Ada's own words")
    draft = await herefordshire.read(lambda uow: uow.assessments.of_seat(2))
    assert draft is not None
    await ada.press("decline_audit", reason="away")
    seat = await herefordshire.seat(audit, "peer")
    assert await herefordshire.read(lambda uow: uow.assessments.of_seat(seat.id)) is None
    kept = await herefordshire.read(lambda uow: uow.assessments.get(draft.id))
    assert kept is not None
    assert kept.area(1).evidence == "Ada's own words"
    assert await ada.sees("grading", Ref("form", str(seat.id))) is None


async def until_nobody_is_left(town: Town) -> int:
    audit = await pair(town)
    for _ in range(3):
        seat = await town.seat(audit, "peer")
        await town.chat(seat.holder or "").press("decline_audit", reason="workload")
    return audit


async def test_a_seat_that_nobody_can_take_is_told_to_the_coordinator(herefordshire: Town) -> None:
    audit = await until_nobody_is_left(herefordshire)
    seat = await herefordshire.seat(audit, "peer")
    assert (seat.holder, seat.state) == (None, SeatState.VACANT)
    cora = herefordshire.chat("cora")
    assert cora.kinds[-1] == "seat_vacant"
    assert "3 unable to take it" in cora.words("seat_vacant")
    assert (await herefordshire.trail("seat", seat.id))[-1].action == "leave_seat_vacant"


async def test_the_last_one_to_decline_hears_that_the_qa_team_looks(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    await herefordshire.away("ivy")
    await herefordshire.away("chip")
    outcome = await herefordshire.chat("ada").press("decline_audit", reason="other")
    assert outcome.line == "C-23087 is no longer yours. The QA team looks for somebody."
    assert (await herefordshire.seat(audit, "peer")).holder is None


async def test_the_coordinator_appoints_somebody_to_a_vacant_seat(herefordshire: Town) -> None:
    audit = await until_nobody_is_left(herefordshire)
    await herefordshire.hires(replace(ADA, id="wilma", name="Wilma Rush", aad_object_id=None))
    cora = herefordshire.chat("cora")
    vacant = await cora.sees("seat_vacant", Ref("seat", "2"))
    assert vacant is not None
    outcome = await cora.press("appoint_auditor", on=vacant, person="wilma")
    assert outcome.line == "Wilma Rush has been asked to take C-23087."
    seat = await herefordshire.seat(audit, "peer")
    assert (seat.holder, seat.state) == ("wilma", SeatState.OFFERED)
    assert "Cora Lindley asked you to" in herefordshire.chat("wilma").words("audit_allocated")
    assert "Wilma Rush has been asked" in cora.words("seat_vacant")


async def test_the_coordinator_cannot_appoint_somebody_who_said_no(herefordshire: Town) -> None:
    audit = await until_nobody_is_left(herefordshire)
    await herefordshire.hires(replace(ADA, id="wilma", name="Wilma Rush", aad_object_id=None))
    cora = herefordshire.chat("cora")
    vacant = await cora.sees("seat_vacant", Ref("seat", "2"))
    assert vacant is not None
    outcome = await cora.press("appoint_auditor", on=vacant, person="ada")
    assert "Ada Byrne cannot take it" in outcome.line
    assert (await herefordshire.seat(audit, "peer")).holder is None


async def test_a_seat_that_somebody_holds_is_not_given_away(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    peer = await herefordshire.seat(audit, "peer")
    what = Press(
        verb="appoint_auditor",
        ref=f"seat-{peer.id}",
        version=peer.version,
        inputs={"person": "ivy"},
    )
    outcome = await herefordshire.chat("cora").send(what)
    assert outcome.line == "Somebody holds this seat already, so nothing was changed."
    assert (await herefordshire.seat(audit, "peer")).holder == "ada"


async def test_a_line_of_the_list_opens_the_vacant_seat(herefordshire: Town) -> None:
    await herefordshire.audit(CASE, lead="tess", peer=None)
    cora = herefordshire.chat("cora")
    assert cora.kinds == ["cycle_opened", "audits_unallocated"]
    await cora.press("open_seat")
    assert cora.kinds[-1] == "seat_vacant"
    assert "Ada Byrne, " in cora.words("seat_vacant")


async def test_the_list_of_vacant_seats_is_brought_up_to_date(herefordshire: Town) -> None:
    await herefordshire.audit(CASE, lead="tess", peer=None)
    cora = herefordshire.chat("cora")
    await cora.press("open_seat")
    assert CASE in cora.words("audits_unallocated")
    await cora.press("appoint_auditor", person="chip")
    assert "needs" not in cora.words("audits_unallocated")
