"""Story 1: the draw is confirmed, and on the day the pair gets the same child."""

from __future__ import annotations

import pytest

from tests.journeys.world import World, at

OPEN = ("cycle", "open", "case_file_audit", "--on", "2025-09-01", "--seed", "5518")


@pytest.mark.rows("HER-01", "HER-02")
async def test_lead_and_peer_get_the_same_record_on_the_day_both_due_three_weeks_later(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()

    rehearsed = await world.runs(*OPEN, "--dry-run")
    assert "C-23087" in rehearsed
    assert all("C-23087" not in card for who in (world.tess, world.ada) for card in who.cards)

    world.clock.moves_to(at("2025-09-01 09:00"))
    await world.runs(*OPEN)

    lead = world.tess.card("You are lead auditor for C-23087")
    assert "Please read the record and grade its six areas by **Monday 22 September**" in lead
    (peer,) = [
        who
        for who in (world.ada, world.ivy, world.chip)
        if any("peer auditor for C-23087" in card for card in who.cards)
    ]
    assert "22 September" in peer.card("peer auditor for C-23087")
    assert peer.name in lead
    assert world.tess.name in peer.card("peer auditor for C-23087")
    assert peer.name in rehearsed
