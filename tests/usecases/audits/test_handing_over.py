"""Hand over, cover, and everybody else: who may press on a seat, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.audits.audit import SeatState
from domain.refs import Ref
from tests.cast import ADA
from tests.town import Town

CASE = "C-23087"


async def pair(town: Town) -> int:
    return await town.audit(CASE, lead="tess", peer="ada")


async def test_handing_over_gives_the_seat_to_the_named_person(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    ada = herefordshire.chat("ada")
    outcome = await ada.press("hand_over_audit", person="chip", why="Chip knows the school")
    assert outcome.line == "Chip Oakley has been asked to take C-23087."
    assert (await herefordshire.seat(audit, "peer")).holder == "chip"
    assert "You passed this to Chip Oakley" in ada.words("audit_allocated")
    assert "Ada Byrne handed it over to you" in herefordshire.chat("chip").words("audit_allocated")


async def test_only_people_who_may_take_it_are_offered_for_a_hand_over(
    herefordshire: Town,
) -> None:
    await pair(herefordshire)
    choices = herefordshire.chat("ada").words("audit_allocated")
    assert "Ivy Hart, " in choices
    assert "Chip Oakley, " in choices
    assert "Sam Field" not in choices
    assert "Wanda Moor" not in choices


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        ("sam", "Sam manages the worker"),
        ("wanda", "Wanda is not one of the"),
        ("ada", "Ada holds it already"),
        ("ivy", "Ivy is away from 1 December to 29 December"),
        ("nobody", "Please choose who takes it"),
        ("", "Please choose who takes it"),
    ],
)
async def test_handing_over_is_refused_with_the_reason(
    herefordshire: Town, person: str, reason: str
) -> None:
    audit = await pair(herefordshire)
    await herefordshire.away("ivy")
    outcome = await herefordshire.chat("ada").press("hand_over_audit", person=person)
    assert not outcome.done
    assert reason in outcome.line
    assert "Nothing was changed" in outcome.line
    assert (await herefordshire.seat(audit, "peer")).holder == "ada"


async def test_somebody_who_said_no_is_not_asked_again(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    await herefordshire.chat("ada").press("hand_over_audit", person="ivy")
    outcome = await herefordshire.chat("ivy").press("hand_over_audit", person="ada")
    assert "Ada cannot take it: Ada has said no already" in outcome.line.replace("Ada Byrne", "Ada")
    assert (await herefordshire.seat(audit, "peer")).holder == "ivy"


async def test_nobody_takes_two_seats_of_one_audit(herefordshire: Town) -> None:
    await herefordshire.hires(replace(ADA, id="tess", name="Tess Marlow", aad_object_id=None))
    audit = await pair(herefordshire)
    outcome = await herefordshire.chat("ada").press("hand_over_audit", person="tess")
    assert "Tess has another seat of this audit" in outcome.line
    assert (await herefordshire.seat(audit, "peer")).holder == "ada"


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (1, date(2026, 12, 22)),
        (8, date(2026, 12, 29)),
        (11, date(2027, 1, 1)),
        (12, date(2026, 12, 22)),
        (20, date(2026, 12, 22)),
    ],
)
async def test_the_clock_starts_again_in_the_first_half_only(
    herefordshire: Town, day: int, due: date
) -> None:
    """E-09: from 1 to 22 December the first half ends during the 11th."""
    audit = await pair(herefordshire)
    herefordshire.later(days=day - 1)
    await herefordshire.chat("ada").press("hand_over_audit", person="chip")
    assert (await herefordshire.seat(audit, "peer")).due_on == due


async def test_the_cover_of_somebody_away_may_press(herefordshire: Town) -> None:
    audit = await pair(herefordshire)
    await herefordshire.away("ada", cover="ivy")
    allocated = herefordshire.chat("ada").card("audit_allocated")
    ivy = herefordshire.chat("ivy")
    outcome = await ivy.press("start_audit", on=allocated)
    assert outcome.done
    assert ivy.kinds == ["grading"]
    outcome = await ivy.press("finish_area", grade="good", evidence="Ivy looked instead")
    assert outcome.done
    draft = await herefordshire.read(lambda uow: uow.assessments.of_seat(2))
    assert draft is not None
    assert draft.area(1).evidence == "Ivy looked instead"
    seat = await herefordshire.seat(audit, "peer")
    assert (seat.holder, seat.state) == ("ada", SeatState.STARTED)


async def test_the_cover_may_not_press_before_or_after_the_leave(herefordshire: Town) -> None:
    await pair(herefordshire)
    allocated = herefordshire.chat("ada").card("audit_allocated")
    await herefordshire.away("ada", cover="ivy")
    herefordshire.later(days=40)
    outcome = await herefordshire.chat("ivy").press("start_audit", on=allocated)
    assert "This is not yours to do" in outcome.line


async def test_a_cover_who_holds_the_other_seat_neither_reads_nor_presses(
    herefordshire: Town,
) -> None:
    """Covering must not open the blind step: nobody works on two seats of one audit."""
    audit = await pair(herefordshire)
    ada, tess = herefordshire.chat("ada"), herefordshire.chat("tess")
    await ada.press("start_audit")
    form = ada.card("grading")
    await herefordshire.away("ada", cover="tess")
    peer = await herefordshire.seat(audit, "peer")
    assert await tess.sees("grading", Ref("form", str(peer.id))) is None
    outcome = await tess.press("finish_area", on=form, grade="good", evidence="Both seats mine")
    assert "This is not yours to do" in outcome.line
    assert outcome.card is None


@pytest.mark.parametrize("verb", ["start_audit", "accept_audit", "decline_audit"])
async def test_another_colleague_gets_a_line_and_reads_nothing(
    herefordshire: Town, verb: str
) -> None:
    audit = await pair(herefordshire)
    allocated = herefordshire.chat("ada").card("audit_allocated")
    outcome = await herefordshire.chat("otto").press(verb, on=allocated, reason="other")
    assert not outcome.done
    assert outcome.line == "This is not yours to do, so nothing was changed."
    assert outcome.card is None
    assert (await herefordshire.seat(audit, "peer")).state is SeatState.OFFERED


async def test_the_worker_is_shown_the_auditor_who_has_it_now(herefordshire: Town) -> None:
    await pair(herefordshire)
    wes = herefordshire.chat("wes")
    assert "Ada Byrne" in wes.words("audit_notice")
    await herefordshire.chat("ada").press("hand_over_audit", person="chip")
    assert "Chip Oakley" in wes.words("audit_notice")
    assert "Ada Byrne" not in wes.words("audit_notice")


async def test_a_cover_does_not_audit_the_own_work(herefordshire: Town) -> None:
    """E-08 holds for whoever covers as well."""
    await pair(herefordshire)
    allocated = herefordshire.chat("ada").card("audit_allocated")
    await herefordshire.away("ada", cover="wes")
    outcome = await herefordshire.chat("wes").press("start_audit", on=allocated)
    assert "This is not yours to do" in outcome.line
