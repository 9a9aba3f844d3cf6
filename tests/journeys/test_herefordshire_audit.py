"""A pair audits one record, from the cards of the allocation to the findings."""

from __future__ import annotations

import pytest

from storage import tables
from tests.journeys.grading import RI, audits, grades, read, submits
from tests.journeys.world import World

FINDINGS = "What the audit of C-23087 found"


async def begins(world: World) -> None:
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")


@pytest.mark.rows("HER-03", "HER-04", "HER-08")
async def test_a_pair_that_agrees_ends_in_findings_for_the_worker_strengths_first(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    assert "C-23087 will be audited" in world.wes.card("C-23087 will be audited")

    receipt = read(await audits(world.tess, 6))
    assert "Your audit of C-23087 is in" in receipt
    assert "Neither of you sees the other's grades until both are in." in receipt
    await world.passes(minutes=11)
    assert all(FINDINGS not in card for card in world.wes.cards)

    await audits(world.ada, 6)
    await world.passes(minutes=11)

    compared = world.cora.card("All grades agree")
    assert "The findings have gone to the worker and the managers on the record." in compared
    found = world.wes.card(FINDINGS)
    assert found.index("Strong in area 1") < found.index("More of it in area 1")
    assert "Tess Marlow" in found
    assert "Ada Byrne" in found
    assert FINDINGS in world.sam.card(FINDINGS)
    # Tess holds a seat, so she knows them; nobody else hears of a child's record
    strangers = (world.tess, world.theo, world.will, world.mo)
    assert not [who.name for who in strangers for card in who.cards if FINDINGS in card]

    assert "You read this on Monday 1 September." in read(await world.wes.presses("I've read this"))
    assert "You read this on Monday 1 September." in world.wes.card(FINDINGS)


@pytest.mark.rows("HER-08")
async def test_story_3_one_area_differs_so_it_is_not_final_and_nobody_gets_findings(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    await audits(world.tess, 6)
    await world.ada.presses("Start now")
    await grades(world.ada, 6, but={4: RI})
    await submits(world.ada)

    await world.passes(minutes=11)

    compared = world.cora.card("1 grade differs")
    # Cora may be asked to moderate it, so she does not see which grade differs before she graded
    assert "Requires improvement to be good" not in compared
    assert "A moderator decides between Monday 22 September" in compared
    assert not [who for who in (world.wes, world.sam) for card in who.cards if FINDINGS in card]
    assert [audit["state"] for audit in await world.rows(tables.audits)] == ["moderating"]
    differs = "Your grades and the other auditor's differ, so a moderator decides."
    assert differs in world.tess.card("Your audit of C-23087 is in")
    assert differs in world.ada.card("Your audit of C-23087 is in")


async def test_until_both_are_in_neither_the_partner_nor_the_coordinator_sees_a_grade(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    await audits(world.tess, 6, grade="inadequate")
    await world.passes(minutes=11)

    seen = [*world.ada.cards, *world.cora.cards, *world.wes.cards, *world.sam.cards]
    assert not [card for card in seen if "Inadequate" in card]


async def test_what_was_submitted_can_be_withdrawn_until_it_is_compared(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    await audits(world.tess, 6)
    await audits(world.ada, 6)

    world.clock.moves(minutes=9)
    again = read(await world.ada.presses("Withdraw"))
    assert "Check your grades, then submit" in again
    await world.passes(minutes=2)
    assert [audit["state"] for audit in await world.rows(tables.audits)] == ["open"]

    await world.ada.presses("Good, change area 2, Assessments")
    await world.ada.presses("Next", grade=RI)
    await world.ada.says("change 6")
    await world.ada.says("next")
    await submits(world.ada)
    await world.passes(minutes=11)
    assert "1 grade differs" in world.cora.card("1 grade differs")
    kept = await world.rows(tables.assessments)
    assert [row["superseded_at"] is None for row in kept] == [True, False, True]
