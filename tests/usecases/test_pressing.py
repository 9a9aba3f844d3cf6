"""Whatever a client may send as a button: answered in a sentence, and nothing is changed."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from cards.people.moved_on import MovedOn
from domain.audits.audit import SeatState
from tests.cards.walk import nodes, words
from tests.town import Town
from usecases.pressing import Press

GONE = "That is not here any more. Type my work to see what is waiting for you."
UNKNOWN = "I do not know that button, so nothing was changed. Type my work to get the card again."
UNREADABLE = "That button does not say what it is about. Please open the card again from my work."


@pytest.mark.parametrize(
    ("verb", "ref", "line"),
    [
        ("drop_table", "seat-1", UNKNOWN),
        ("", "seat-1", UNKNOWN),
        ("start_audit", "notice-1", UNKNOWN),
        ("finish_area", "seat-2", UNKNOWN),
        ("start_audit", "seat-999", GONE),
        ("finish_area", "area-999-1", GONE),
        ("submit_assessment", "assessment-999", GONE),
        ("acknowledge_notice", "notice-999", GONE),
        ("open_duty", "duty-999", GONE),
        ("open_work", "person-nobody", GONE),
        ("start_audit", "seat-", UNREADABLE),
        ("start_audit", "seat-two", UNREADABLE),
        ("start_audit", "seat--2", UNREADABLE),
        ("start_audit", "seat-2 OR 1=1", UNREADABLE),
        ("start_audit", "seat-99999999999999999999", UNREADABLE),
        ("finish_area", "area-1", UNREADABLE),
        ("finish_area", "area-1-x", UNREADABLE),
        ("start_audit", None, UNREADABLE),
        ("start_audit", {"kind": "seat"}, UNREADABLE),
        ("start_audit", 2, UNREADABLE),
        ("start_audit", "s" * 200, UNREADABLE),
    ],
)
async def test_a_tampered_button_changes_nothing(
    herefordshire: Town, verb: str, ref: object, line: str
) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    assert await herefordshire.chat("ada").tampers(verb, ref, 1) == line
    assert (await herefordshire.seat(audit, "peer")).state is SeatState.OFFERED


@pytest.mark.parametrize("version", [0, 2, 99, -1, "1", None, 1.5, [1]])
async def test_a_version_that_is_not_the_rows_is_stale(
    herefordshire: Town, version: object
) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    peer = await herefordshire.seat(audit, "peer")
    what = Press(verb="start_audit", ref=f"seat-{peer.id}", version=version)
    outcome = await herefordshire.chat("ada").send(what)
    assert not outcome.done
    assert (await herefordshire.seat(audit, "peer")).state is SeatState.OFFERED


async def test_a_stale_press_says_who_did_what_since(herefordshire: Town) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await herefordshire.away("ada", cover="ivy")
    ada, ivy = herefordshire.chat("ada"), herefordshire.chat("ivy")
    allocated = ada.card("audit_allocated")
    await ivy.press("accept_audit", on=allocated)
    outcome = await ada.press("decline_audit", on=allocated, reason="away", note="Two weeks away")
    assert isinstance(outcome.card, MovedOn)
    said = words(outcome.card.render())
    assert "Ivy Hart accepted it" in said
    assert "Two weeks away" in said
    assert (await herefordshire.seat(audit, "peer")).state is SeatState.ACCEPTED


async def test_the_card_of_a_stale_press_opens_what_is_there_now(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    await herefordshire.away("ada", cover="ivy")
    ada = herefordshire.chat("ada")
    allocated = ada.card("audit_allocated")
    await herefordshire.chat("ivy").press("accept_audit", on=allocated)
    outcome = await ada.press("decline_audit", on=allocated, reason="away")
    assert outcome.card is not None
    again = await ada.press("open_audit", on=outcome.card.render())
    assert again.line == "Here it is again."
    assert ada.kinds == ["audit_allocated", "audit_allocated"]
    assert "You accepted this" in ada.words("audit_allocated")


async def test_a_coordinators_stale_press_opens_the_seat_again(herefordshire: Town) -> None:
    await herefordshire.hires(
        *(one for one in (await herefordshire.read(lambda uow: uow.people.all())).values())
    )
    await herefordshire.audit("C-23087", lead="tess", peer=None)
    cora = herefordshire.chat("cora")
    await cora.press("open_seat")
    vacant = cora.card("seat_vacant")
    await cora.press("appoint_auditor", person="chip")
    await herefordshire.chat("chip").press("decline_audit", reason="away")
    outcome = await cora.press("appoint_auditor", on=vacant, person="ivy")
    assert isinstance(outcome.card, MovedOn)
    assert outcome.card.open_verb == "open_seat"
    assert "Chip Oakley passed it on" in words(outcome.card.render())


async def test_a_refused_press_keeps_nothing_of_the_inputs(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    allocated = herefordshire.chat("ada").card("audit_allocated")
    await herefordshire.chat("otto").press("decline_audit", on=allocated, note="Otto's own note")
    assert [entry.action for entry in await herefordshire.trail("seat", 2)] == ["allocate_seat"]


async def test_somebody_who_left_is_sent_nothing_more(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    ada = await herefordshire.read(lambda uow: uow.people.get("ada"))
    assert ada is not None
    left = datetime(2026, 12, 5, tzinfo=UTC).date()
    await herefordshire.hires(type(ada)(id=ada.id, name=ada.name, roles=ada.roles, left_on=left))
    herefordshire.later(days=10)
    await herefordshire.chat("tess").press("start_audit")
    assert "grading" not in herefordshire.chat("ada").kinds


async def test_of_two_presses_at_once_one_is_kept_and_the_other_is_told(
    herefordshire: Town,
) -> None:
    """Ada on her phone and on her laptop, in the same moment, from the same card."""
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    ada = herefordshire.chat("ada")
    await ada.press("start_audit")
    button = next(
        node
        for _, node in nodes(ada.card("grading"))
        if node.get("verb") == "save_area" and "data" in node
    )
    outcomes = await asyncio.gather(
        *(
            ada.answered(
                Press(
                    verb="save_area",
                    ref=button["data"]["id"],
                    version=button["data"]["version"],
                    inputs={"evidence": f"Typed on the {device}"},
                )
            )
            for device in ("phone", "laptop")
        )
    )
    assert sorted(outcome.done for outcome in outcomes) == [False, True]
    draft = await herefordshire.read(lambda uow: uow.assessments.of_seat(2))
    assert draft is not None
    lost = next(outcome for outcome in outcomes if not outcome.done)
    assert isinstance(lost.card, MovedOn)
    other = "laptop" if draft.area(1).evidence.endswith("phone") else "phone"
    assert f"Typed on the {other}" in words(lost.card.render())
