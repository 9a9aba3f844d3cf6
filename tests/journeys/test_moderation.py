"""Stories 3, 7 and 15: what is moderated, by whom, when, and what everybody then reads."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from storage import tables
from tests.cast import CASES
from tests.fake_teams import FakeTeams
from tests.journeys.evaluations import begins, in_somerset, somebody
from tests.journeys.grading import GOOD, RI, audits, grades, read, submits
from tests.journeys.handing_in import hands_in, stands_open
from tests.journeys.person import Somebody
from tests.journeys.world import World, at
from tests.talking import note_everything
from tests.usecases.moderation import seeding

FINDINGS = "What the audit of C-23087 found"
ASK = "Please moderate C-23087"


async def differing(world: World) -> None:
    """Tess grades all Good, Ada area 4 a step lower; overall both say Good."""
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await audits(world.tess, 6)
    await world.ada.presses("Start now")
    await grades(world.ada, 6, but={4: RI})
    await submits(world.ada)
    await world.passes(minutes=11)


def moderator_of(world: World) -> Somebody:
    """Whoever of the senior group was asked: Mo or Cora; Hal is in the line of the case."""
    (found,) = [who for who in (world.mo, world.cora, world.hal) if ASK in "\n".join(who.cards)]
    return found


async def talks_with_both(world: World, moderator: Somebody) -> None:
    """Before deciding the moderator talks with both auditors, and all three read the note."""
    await moderator.presses("Talk with both")
    await moderator.presses("Book it", day="2025-09-23", time="14:00", minutes="30")
    for auditor in (world.tess, world.ada):
        assert "Tuesday 23 September at 14:00" in auditor.card("talk with you before deciding")
        await auditor.presses("That suits me")
    world.clock.moves_to(at("2025-09-23 15:00"))
    await moderator.presses("Keep the note", note_2="On the visits of May.")
    for reader in (moderator, world.tess, world.ada):
        assert [card for card in reader.cards if "On the visits of May." in card]


@pytest.mark.rows("HER-08", "HER-09")
async def test_story_3_one_of_six_areas_differs_so_a_moderator_decides_between_22_and_28(
    herefordshire: World,
) -> None:
    world = herefordshire
    await differing(world)
    assert [row["state"] for row in await world.rows(tables.audits)] == ["moderating"]
    assert not [card for who in (world.wes, world.sam) for card in who.cards if FINDINGS in card]

    world.clock.moves_to(at("2025-09-21 09:00"))
    await world.ticks()
    assert not [c for who in (world.mo, world.cora) for c in who.cards if ASK in c]
    world.clock.moves_to(at("2025-09-22 09:00"))
    await world.ticks()
    moderator = moderator_of(world)
    asked = moderator.card(ASK)
    assert "Sunday 28 September" in asked
    assert "Lead and peer differ" in asked

    # the blind step: whatever is pressed or typed, no first grade shows
    await moderator.presses("Start grading")
    for text in ("show grades", "compare", "where am I", "my work"):
        assert "Seen in the record, area 4" not in await moderator.says(text)
    for _ in range(6):
        await moderator.presses("Next", grade=GOOD)
    assert "Seen in the record, area 4" not in "\n".join(moderator.cards)
    compared = read(await moderator.presses("Submit audit", overall=GOOD))
    assert "One area differs" in compared
    assert "Lead\nGood\nPeer\nRequires improvement\nYou\nGood" in compared
    assert "Seen in the record, area 4" in compared

    await talks_with_both(world, moderator)
    decided = read(
        await moderator.presses(
            "Record as final",
            final_4=RI,
            reason="Oversight is recorded twice in nine months.",
            plan="Record oversight monthly.",
        )
    )
    assert "Final grade for C-23087: Good" in decided
    assert [row["state"] for row in await world.rows(tables.audits)] == ["final"]
    for auditor in (world.tess, world.ada):
        for told in ("Oversight is recorded twice", "was held on Tuesday 23 September."):
            assert told in auditor.card("Final grade for C-23087: Good")
    found = world.wes.card(FINDINGS)
    assert "decided, and why" in found
    assert "Strong in area 1" in found


@pytest.mark.rows("HER-08")
async def test_story_3_all_seven_grades_match_so_there_is_no_moderation(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    for who in (world.tess, world.ada):
        await audits(who, 6)
    await world.passes(minutes=11)
    world.clock.moves_to(at("2025-09-22 09:00"))
    await world.ticks()
    assert [row["state"] for row in await world.rows(tables.audits)] == ["final"]
    assert await world.rows(tables.moderations) == []
    assert FINDINGS in world.wes.card(FINDINGS)


DORA = somebody("Dora Lane", "assistant_director")
GAIL = somebody("Gail Moss", "safeguarding_review_service_manager")
PIA, PAT = (
    somebody("Pia Wynn", "practice_improvement_manager"),
    somebody("Pat Rowe", "practice_improvement_manager"),
)


async def thirty(world: World) -> list[int]:
    """Thirty deep dives of November 2025, six of them Good; all in on 28 November."""
    base = replace(CASES["C-24113"], iro=None)
    cases = [replace(base, ref=f"C-3{n:04}") for n in range(1, 31)]
    async with world.units() as uow:
        await uow.people.put([DORA, GAIL, PIA, PAT])
        await uow.cases.put(cases)
        await uow.commit()
    due = date(2025, 11, 28)
    refs = [case.ref for case in cases]
    seats = await stands_open(
        world, "deep_dive_audit", refs, date(2025, 11, 3), due_on=due, holder="ada"
    )
    world.clock.moves_to(at("2025-11-28 15:00"))
    for number, seat in enumerate(seats):
        if number in range(6, 29):  # came in earlier that day
            whole: dict[int, str | None] = dict.fromkeys(range(9), RI)
            await seeding.submits(world.units, seat, whole, now=world.clock())
        else:
            await hands_in(world, world.ada, seat, grade=GOOD if number < 6 else RI)
    await world.passes(minutes=11)
    return [row["id"] for row in await world.rows(tables.audits)]


@pytest.mark.rows("SEF-17", "SEF-18", "SEF-19", "SEF-20")
async def test_story_7_thirty_audits_six_good_one_disputed_ten_are_moderated(
    sefton: World,
) -> None:
    world = sefton
    await world.everybody_installs()
    ids = await thirty(world)
    answer = await world.will.presses("Send to the panel", disagree="The plan changed in July.")
    assert "You disagreed on Friday 28 November." in answer.text

    world.clock.moves_to(at("2025-12-05 09:00"))
    await world.ticks()
    standing = {row["audit_id"]: row["reasons"] for row in await world.rows(tables.moderations)}
    kinds = [sorted(reason["kind"] for reason in standing[audit]) for audit in ids]
    assert kinds.count(["grade"]) == 6
    assert kinds.count(["disagreement"]) == 1
    assert kinds.count(["share"]) == 3
    assert kinds.count(["colleague"]) == 2
    states = [row["state"] for row in await world.rows(tables.audits)]
    assert states.count("moderating") == 12
    assert states.count("final") == 18
    seats = [row for row in await world.rows(tables.seats) if row["panel"]]
    assert sum(row["holder"] == "dora" for row in seats) == 6
    assert sorted(r["holder"] for r in seats if r["role"] == "by_colleague") == ["pat", "pia"]
    assert not [row for row in seats if row["holder"] == "ada"]
    drawn = world.cora.card("12 of 30 go to moderation")
    assert "Seed\n5518" in drawn


@pytest.fixture
async def somerset(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """An evaluation of C-23087 can begin."""
    world = await in_somerset(teams, database_url)
    yield world
    await world.closes()


async def evaluated(world: World, moment: str) -> None:
    """The evaluator hands in Good."""
    world.clock.moves_to(at(moment))
    first, _ = await world.rows(tables.seats)
    await note_everything(world.units, first["audit_id"], world.clock())
    await hands_in(world, world.named(first["holder"]), first["id"], grade=GOOD)
    await world.passes(minutes=11)


@pytest.mark.rows("SOM-02", "SOM-04", "SOM-06")
async def test_story_15_allocated_on_2_february_the_moderator_gets_it_from_the_16th(
    somerset: World,
) -> None:
    world = somerset
    _, moderator, _ = await begins(world)
    assert "Monday 16 February" in moderator.card("You will moderate C-23087")
    await evaluated(world, "2026-02-12 10:00")
    world.clock.moves_to(at("2026-02-15 10:00"))
    await world.ticks()
    assert not [card for card in moderator.cards if ASK in card]
    world.clock.moves_to(at("2026-02-16 08:00"))
    await world.ticks()

    await moderator.presses("Read and decide")
    await moderator.presses("Record as final", overall=RI, reason="Father unheard.")
    (outcome,) = await world.rows(tables.outcomes)
    assert (outcome["settled"], outcome["overall"]) == ("moderated", RI)
    kept = await world.rows(tables.assessments)
    assert [row["overall"] for row in kept] == [GOOD]


@pytest.mark.rows("SOM-06", "SOM-07")
async def test_story_15_at_the_latest_on_the_23rd_and_the_last_check_is_from_9_to_16_march(
    somerset: World,
) -> None:
    world = somerset
    _, moderator, sia = await begins(world)
    world.clock.moves_to(at("2026-02-22 10:00"))
    await world.ticks()
    assert not [card for card in moderator.cards if ASK in card]
    world.clock.moves_to(at("2026-02-23 08:00"))
    await world.ticks()
    assert "We still wait for the evaluator." in moderator.card(ASK)

    world.clock.moves_to(at("2026-03-08 10:00"))
    await world.ticks()
    assert await world.rows(tables.final_checks) == []
    world.clock.moves_to(at("2026-03-09 08:00"))
    await world.ticks()
    assert "Monday 16 March" in sia.card("0 of 1 are final")
    done = await sia.presses("Checked", checked="1,2,3", themes="Fathers")
    assert "Sia Tome checked them on Monday 9 March." in read(done)
