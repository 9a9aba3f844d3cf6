"""One auditor grades a deep dive by typing; everybody on the record is told before."""

from __future__ import annotations

import pytest

from tests.journeys.grading import read
from tests.journeys.world import World

AREAS = 8


@pytest.mark.rows("SEF-01")
async def test_everybody_on_the_record_is_told_and_only_the_worker_suggests_times(
    sefton: World,
) -> None:
    await sefton.everybody_installs()
    await sefton.opens_audit("C-24113", auditor="ada")

    told = (sefton.will, sefton.theo, sefton.sam, sefton.ivy, sefton.chip)
    for person in told:
        card = person.card("C-24113 will be audited")
        assert "Auditor\nAda Byrne" in card
        assert ("Suggest times" in card) == (person is sefton.will)
    others = (sefton.ada, sefton.hal, sefton.tess, sefton.cora)
    assert not [o.name for o in others for card in o.cards if "will be audited" in card]


@pytest.mark.rows("SEF-06")
async def test_an_auditor_grades_everything_by_typing_and_the_worker_gets_the_findings(
    sefton: World,
) -> None:
    world = sefton
    await world.everybody_installs()
    await world.opens_audit("C-24113", auditor="ada")

    assert "Here is C-24113" in await world.ada.says("start")
    assert await world.ada.says("good") == "Area 1: Good. Evidence next, or type next."
    said = await world.ada.says("evidence: the chronology of September")
    assert said == "Area 1: evidence kept. Strengths next, or type next."
    await world.ada.says("strengths: Will's direct work")
    await world.ada.says("develop: write down what the child said")
    assert "Draft saved" in await world.ada.says("next")
    for number in range(2, AREAS + 1):
        await world.ada.says("2" if number != 5 else "RI")
        await world.ada.says(f"evidence: seen in area {number}")
        await world.ada.says("next")
    assert "8 of 8 areas are graded" in await world.ada.says("where am I")
    await world.ada.says("overall good")
    await world.ada.says("because the plan changed with the child's own words")
    assert "Submitted at" in await world.ada.says("submit")
    assert "Your audit of C-24113 is in" in world.ada.card("Your audit of C-24113 is in")

    await world.passes(minutes=11)
    found = world.will.card("What the audit of C-24113 found")
    assert "Will's direct work" in found
    assert "Requires improvement" in found
    for manager in (world.theo, world.sam, world.ivy, world.chip):
        assert "direct work" in manager.card("What the audit of C-24113 found")


async def test_the_worker_suggests_times_the_auditor_takes_one_and_both_see_it(
    sefton: World,
) -> None:
    world = sefton
    await world.everybody_installs()
    await world.opens_audit("C-24113", auditor="ada")

    sent = await world.will.presses(
        "Send these times", day_1="2025-11-26", time_1="14:00", day_2="2025-11-27", time_2="09:30"
    )
    assert "Wednesday 26 November" in read(sent)
    offered = world.ada.card("C-24113: the talk")
    assert "Wed 26 Nov, 14:00" in offered

    agreed = read(await world.ada.presses("Thu 27 Nov, 09:30"))
    assert "You talk with Will Heath on **Thursday 27 November at 09:30**" in agreed
    assert "Thursday 27 November" in world.will.card("C-24113 will be audited")
    assert "Wednesday 26 November" not in world.will.card("C-24113 will be audited")


async def test_what_the_reviewing_officer_wants_known_reaches_the_auditor_word_for_word(
    sefton: World,
) -> None:
    await sefton.everybody_installs()
    await sefton.opens_audit("C-24113", auditor="ada")

    await sefton.chip.presses("Tell Ada", note="Please do *not* ring before Thursday")

    note = sefton.ada.card("C-24113: something to know")
    assert "Chip Oakley wants you to know this before you start." in note
    assert "Please do *not* ring before Thursday" in note
