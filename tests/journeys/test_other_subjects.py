"""A setting, a team, a sample and a diagnostic are audited in chat, like any child's record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace

import pytest

from domain.people.person import Person
from storage import tables
from tests.cast import CASES, CORA, NORTH, PEOPLE
from tests.cast_leicestershire import OTHERS
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.person import Somebody
from tests.journeys.world import World, at, settings_for
from tests.usecases.cycles.writing import hired


@asynccontextmanager
async def council(
    teams: FakeTeams, database_url: str, name: str, now: str, people: list[Person]
) -> AsyncIterator[World]:
    """A council of the cast and some others, who have all added the app."""
    settings = settings_for(teams, database_url, name, FRAMEWORKS)
    world = World(teams, settings, Clock(at(now)))
    await world.moves_in(CASES.values(), people)
    await world.starts()
    everybody = PEOPLE | {one.id: one for one in people}
    for person in everybody.values():
        await world.plays(person).installs()
    yield world
    await world.closes()


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as found:
        yield found


async def holder(world: World, role: str, people: list[Person]) -> Somebody:
    """Whoever has the seat of that role."""
    rows = await world.rows(tables.seats)
    found = next(row["holder"] for row in rows if row["role"] == role)
    everybody = PEOPLE | {one.id: one for one in people}
    return world.plays(everybody[found])


async def writes(who: Somebody, areas: int, answers: tuple[str, ...] = ()) -> str:
    """Every area in words, the last ones with a short answer, then the submission."""
    for number in range(areas):
        place = number - (areas - len(answers))
        if place < 0:
            await who.presses("Next", evidence="Seen there")
        else:
            await who.presses("Next", evidence="Seen there", grade=answers[place])
    return (await who.presses("Submit audit", reason="What it comes to")).text


@pytest.mark.rows("COL-29")
async def test_a_nursery_is_named_audited_and_proposed_again(
    teams: FakeTeams, database_url: str, stack: AsyncExitStack
) -> None:
    role = "education_and_early_years"
    people = [
        replace(CORA, roles=frozenset({"safeguarding_qa_service_manager"})),
        hired("Nell Ward", role),
        hired("Max Dene", role),
    ]
    opening = council(teams, database_url, "city-of-london", "2026-05-26 09:00", people)
    world = await stack.enter_async_context(opening)
    await world.ticks()
    nell = world.plays(people[1])
    assert "None is known yet: name them" in nell.card("Audit of Early Years settings")
    assert "name" in (await nell.presses("Confirm")).text.casefold()
    await nell.presses("Add them", names="Harbour House Nursery")
    assert "1 setting chosen" in nell.card("Audit of Early Years settings")
    assert "Confirmed" in (await nell.presses("Confirm")).text
    world.clock.moves_to(at("2026-06-01 09:00"))
    await world.ticks()
    auditor = await holder(world, "auditor", people)
    assert "Harbour House Nursery" in auditor.card("visit it and write what you find")
    await auditor.presses("Start now")
    assert "Submitted" in await writes(auditor, 3)
    await world.passes(minutes=11)
    (audit,) = [row for row in await world.rows(tables.audits) if "Nursery" in row["case_ref"]]
    assert audit["state"] == "final"
    world.clock.moves_to(at("2027-05-25 09:00"))
    await world.ticks()
    assert "Harbour House Nursery" in nell.card("Early Years settings · June 2027")


@pytest.mark.rows("SOM-14")
async def test_a_team_reviews_records_of_its_own_on_the_theme(
    teams: FakeTeams, database_url: str, stack: AsyncExitStack
) -> None:
    people = [hired("Olga Fenn", "operations_manager")]
    opening = council(teams, database_url, "somerset", "2026-09-24 09:00", people)
    world = await stack.enter_async_context(opening)
    await world.ticks()
    olga = world.plays(people[0])
    assert "no theme yet" in (await olga.presses("Confirm")).text
    await olga.presses("Keep it", theme="Life story work")
    await olga.presses("Confirm")
    world.clock.moves_to(at("2026-10-01 09:00"))
    await world.ticks()
    assert "Team Safeguarding North" in world.tess.card("Life story work")
    assert "Which records will you read?" in (await world.tess.presses("Start now")).text
    refused = await world.tess.presses("Begin", records="C-24113")
    assert f"no open record of {NORTH}" in refused.text
    await world.tess.presses("Begin", records="C-23087 C-23145")
    assert "Submitted" in await writes(world.tess, 5, ("yes", "no"))


@pytest.mark.rows("LEI-13")
async def test_a_dip_sample_is_read_by_one_and_counted(
    teams: FakeTeams, database_url: str, stack: AsyncExitStack
) -> None:
    people = list(OTHERS.values())
    opening = council(teams, database_url, "leicestershire", "2026-05-05 09:00", people)
    world = await stack.enter_async_context(opening)
    quin = world.named("quin")
    await quin.says("new audit")
    asked = await quin.presses(
        "Open it",
        programme="dip_sample",
        records="C-23087 C-23145 C-24113",
        reason="Are chronologies up to date?",
    )
    assert "1 audit" in asked.text
    await world.delivered()
    sampler = await holder(world, "sampler", people)
    assert "In the sample: C-23087, C-23145 and C-24113" in sampler.card("Details")
    await sampler.presses("Start now")
    assert "Submitted" in await writes(sampler, 5, ("yes", "yes", "no"))
    await world.passes(minutes=11)
    for manager in (world.tess, world.theo):
        assert "3 records: 2 Yes, 1 No" in manager.card("What the audit of")


@pytest.mark.rows("SOM-24", "SOM-27")
async def test_a_diagnostic_is_set_up_for_the_team_that_has_waited(
    teams: FakeTeams, database_url: str, stack: AsyncExitStack
) -> None:
    people = [
        hired("Olga Fenn", "operations_manager"),
        hired("Dora Pike", "head_of_service"),
        *[hired(f"Ap{n} Marsh", "advanced_practitioner", team=f"T{n}") for n in range(4)],
    ]
    opening = council(teams, database_url, "somerset", "2026-06-02 09:00", people)
    world = await stack.enter_async_context(opening)
    olga = world.plays(people[0])
    assert NORTH in await olga.says("new audit")
    await olga.presses(
        "Open it", programme="team_diagnostic", records=NORTH, reason="Eighteen months are over"
    )
    await world.delivered()
    assert NORTH not in await olga.says("new audit")
    lead = await holder(world, "lead", people)
    assert "Team Safeguarding North" in lead.card("You are the lead of the diagnostic")
    await lead.presses("Start now")
    assert "a note of the meeting before the day" in await writes(lead, 5)
    for number in range(1, 5):
        member = await holder(world, f"panel_{number}", people)
        await member.presses("Start now")
        assert "Submitted" in await writes(member, 5)
