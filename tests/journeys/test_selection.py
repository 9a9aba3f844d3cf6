"""Which records are drawn, cycle after cycle: stories 6, 13, 16 and 20."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date

import pytest

from domain.cases.case import Case
from storage import tables
from tests import cast
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.world import World, at, settings_for

Made = Callable[[str, str, Iterable[Case]], Awaitable[World]]


@pytest.fixture
async def world_of(teams: FakeTeams, database_url: str) -> AsyncIterator[Made]:
    """Makes the world of a council, from a moment on, with these records."""
    async with AsyncExitStack() as stack:

        async def make(council: str, moment: str, cases: Iterable[Case]) -> World:
            world = await _world(teams, database_url, council, moment, cases)
            stack.push_async_callback(world.closes)
            return world

        yield make


async def _world(
    teams: FakeTeams, database_url: str, council: str, moment: str, cases: Iterable[Case]
) -> World:
    settings = settings_for(teams, database_url, council, FRAMEWORKS)
    world = World(teams, settings, Clock(at(moment)))
    city = [
        replace(cast.CORA, roles=frozenset({"safeguarding_qa_service_manager"})),
        replace(cast.ADA, roles=frozenset({"independent_auditor"})),
        replace(cast.IVY, roles=frozenset({"independent_auditor"})),
    ]
    await world.moves_in(cases, city if council == "city-of-london" else ())
    await world.starts()
    await world.cora.installs()
    return world


def records(count: int, *, service: str = "Safeguarding", team: str = "North") -> list[Case]:
    start = team[:2].upper()
    return [
        Case(
            ref=f"{start}-{service[:2]}-{number:03}",
            team=team,
            service=service,
            worker="wes",
            opened_on=date(2025, 1, 6),
        )
        for number in range(count)
    ]


async def drawn(world: World, programme: str) -> list[set[str]]:
    """The records of each cycle of a programme, oldest first."""
    cycles = [c for c in await world.rows(tables.cycles) if c["programme"] == programme]
    audits = await world.rows(tables.audits)
    return [{a["case_ref"] for a in audits if a["cycle_id"] == c["id"]} for c in cycles]


@pytest.mark.rows("SEF-01")
async def test_the_qa_managers_word_comes_before_the_notices(sefton: World) -> None:
    """Story 6: on 24 November the list of December, and on approval the notices."""
    world = sefton
    await world.everybody_installs()
    await world.ticks()
    assert "Nobody has been told." in world.cora.card("drawn")
    others = (world.will, world.theo, world.sam, world.ivy, world.chip)
    assert not [o.name for o in others for card in o.cards if "will be audited" in card]
    await world.cora.presses("Confirm")
    await world.delivered()
    for person in others:
        assert "C-24113 will be audited" in person.card("C-24113 will be audited")
    assert await drawn(world, "deep_dive_audit") == [{"C-24113"}]


@pytest.mark.rows("SOM-01")
async def test_eighty_nine_evaluations_are_drawn_by_service(world_of: Made) -> None:
    """Story 13: 60, 10, 6, 8 and 5."""
    groups = {
        "Social Work": 60,
        "Family Intervention": 10,
        "Fostering and Kinship": 6,
        "Youth Justice": 8,
        "Children with Disabilities Early Support": 5,
    }
    cases = [
        case
        for service, number in groups.items()
        for case in records(number + 3, service=service, team=service)
    ]
    world = await world_of("somerset", "2026-01-26 09:00", cases)
    await world.ticks()
    assert "89 records drawn" in world.cora.card("89 records drawn")
    for _ in ("the multi-agency evaluation of the month", "the practice evaluations"):
        await world.cora.presses("Confirm")
    # so many are opened by the clock, and the card says meanwhile that it is under way
    assert await drawn(world, "practice_evaluation") == []
    assert "89 audits are being opened" in world.cora.card("89 records drawn")
    await world.ticks()
    assert "Cora" in world.cora.card("The first cards go out on Monday 2 February")
    (chosen,) = await drawn(world, "practice_evaluation")
    service_of = {case.ref: case.service for case in cases}
    assert Counter(service_of[ref] for ref in chosen) == groups


@pytest.mark.rows("SOM-13")
async def test_a_multi_agency_evaluation_takes_another_team_each_time(world_of: Made) -> None:
    """Story 16: six a year in even months, from a team not used since January."""
    teams_of = ("North", "South", "East", "West", "Mid", "Coast", "Moor")
    cases = [case for team in teams_of for case in records(3, team=team)]
    world = await world_of("somerset", "2026-01-30 09:00", cases)
    for month in range(1, 13):
        world.clock.moves_to(at(f"2026-{month:02}-27 09:00"))
        await world.ticks()
        for card in [c for c in world.cora.cards if "Multi-agency" in c and "Draw again" in c]:
            assert "1 record drawn" in card
            await world.cora.presses("Confirm", of="Multi-agency")
    cycles = [c for c in await world.rows(tables.cycles) if c["programme"] == "mape"]
    opened = [c["opens_on"].month for c in cycles if c["opens_on"].year == 2026]
    assert opened == [2, 4, 6, 8, 10, 12]
    team_of = {case.ref: case.team for case in cases}
    used = [team_of[ref] for refs in await drawn(world, "mape") for ref in refs]
    assert len(set(used[:6])) == 6


@pytest.mark.rows("COL-01", "COL-02")
async def test_one_half_in_autumn_and_the_other_in_spring(world_of: Made) -> None:
    """Story 20: 25 open records, 13 drawn on 1 October and the other 12 on 1 April."""
    cases = records(25)
    world = await world_of("city-of-london", "2025-09-30 09:00", cases)
    await world.ticks()
    assert "13 records drawn" in world.cora.card("13 records drawn")
    await world.cora.presses("Confirm")
    world.clock.moves_to(at("2026-03-30 09:00"))
    await world.ticks()
    assert "12 records drawn" in world.cora.card("12 records drawn")
    await world.cora.presses("Confirm")
    autumn, spring = await drawn(world, "case_audit")
    assert (len(autumn), len(spring)) == (13, 12)
    assert autumn | spring == {case.ref for case in cases}
