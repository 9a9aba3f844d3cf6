"""Stories 23 and 24: a manager's quota, and a deep dive whose auditors have nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest

from storage import tables
from tests.cast import CASES
from tests.cast_leicestershire import OTHERS
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.handing_in import hands_in, stands_open
from tests.journeys.person import Somebody
from tests.journeys.world import World, at, settings_for

HANDED_IN = (
    ("thematic_audit", date(2026, 5, 12)),
    ("thematic_audit", date(2026, 8, 4)),
    ("thematic_audit", date(2026, 11, 3)),
    ("health_check", date(2026, 5, 20)),
)


@pytest.fixture
async def leicestershire(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """All records of the cast and a second line of managers; it is 20 April 2026."""
    settings = settings_for(teams, database_url, "leicestershire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2026-04-20 08:00")))
    await world.moves_in(CASES.values(), OTHERS.values())
    await world.starts()
    for name in ("tess", "hal", *OTHERS):
        await world.named(name).installs()
    yield world
    await world.closes()


async def handed_in(world: World, programme: str, day: date) -> None:
    """Tess audits something and hands it in on that day."""
    world.clock.moves_to(at(f"{day} 09:00"))
    seats = await stands_open(world, programme, ["C-24113"], day, due_on=day, holder="tess")
    await hands_in(world, world.tess, seats[0])


@pytest.mark.rows("LEI-06")
async def test_five_of_ten_and_what_is_owed_by_part(leicestershire: World) -> None:
    world = leicestershire
    for programme, day in HANDED_IN:
        await handed_in(world, programme, day)
    world.clock.moves_to(at("2026-11-23 09:00"))
    await world.tess.says("learning done")
    kept = await world.tess.presses(
        "Record it", part="set_by_head_of_service", company="group", form="F-12"
    )
    assert "5 of 10 done" in kept.text

    card = await world.tess.says("quota")
    assert "5 of 10 done" in card
    assert (
        "Still to do by 31 March: **1 thematic audit, 1 supervision quality, "
        "1 set by head of service and 2 other**." in card
    )
    for part, count in (("Thematic audit", "3 of 4"), ("Health check", "1 of 1")):
        assert f"{part}\n{count}" in card
    team = await world.hal.says("quota team")
    assert "Tess Marlow" in team
    assert "Missing: 1 thematic audit, 1 supervision quality" in team


@pytest.mark.rows("LEI-14")
async def test_the_auditors_of_a_deep_dive_get_nothing_else_in_its_month(
    leicestershire: World,
) -> None:
    world = leicestershire
    ava, quin = world.named("ava"), world.named("quin")
    picked = [world.named("hope"), world.named("seb")]
    await ava.says("commission deep dive")
    done = await ava.presses(
        "Commission it",
        issue="Why do plans drift?",
        records="C-23087, C-23145",
        auditors="hope,seb",
        month="2026-05",
    )
    assert "Hope Vale and Seb Orchard have no other audits in that month" in done.text
    assert "Hope Vale and Seb Orchard" in quin.card("Auditors are excused")

    world.clock.moves_to(at("2026-05-01 09:00"))
    await world.ticks()
    for auditor in picked:
        assert "Friday 29 May" in auditor.card("Why do plans drift?")
    before = {auditor.name: len(auditor.cards) for auditor in picked}
    asked = await _samples(world, quin, days=("2026-05-05", "2026-05-12", "2026-05-19"))
    assert asked
    assert asked.isdisjoint({"hope", "seb"})
    for auditor in picked:  # a digest may name the deep dive, and what their staff are late with
        for card in auditor.cards[before[auditor.name] :]:
            assert card.startswith("Your day")
            assert "Why you" not in card

    june = ("2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05")
    asked = await _samples(world, quin, days=june)
    assert "seb" in asked


async def _samples(world: World, quin: Somebody, *, days: tuple[str, ...]) -> set[str]:
    """Quin has records sampled on each of the days; gives whom that asked."""
    known = {row["id"] for row in await world.rows(tables.seats)}
    for day in days:
        world.clock.moves_to(at(f"{day} 09:00"))
        await quin.says("new audit")
        opened = await quin.presses(
            "Open it", programme="dip_sample", records="C-23101 C-23210", reason="A trend"
        )
        assert "is open as cycle" in opened.text
        await world.ticks()
    rows = await world.rows(tables.seats)
    return {row["holder"] for row in rows if row["id"] not in known and row["role"] == "sampler"}
