"""What cannot wait, where things go wrong: two answers, Teams away, people gone, a dead clock."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from storage import tables
from tests.cast import ADA, SAM
from tests.journeys.client import inputs_of
from tests.journeys.person import Answer, Somebody
from tests.journeys.responses import (
    ASHA,
    FACTS,
    SAFEGUARDING,
    answers,
    raises,
    sefton_at_work,
    urgent_posts,
)
from tests.journeys.test_two_replicas_climb import figures
from tests.journeys.world import World, at

STORY = "A child may be unsafe"
LATE = "Please telephone about IR-1"
PHONE = {"entities": [{"type": "clientInfo", "platform": "iOS", "locale": "en-GB"}]}


async def test_raised_on_a_phone_in_the_middle_of_grading_and_answered_from_another_replica(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    place, button = world.ada.button("Child may be unsafe")
    typed = button.data({"grade": "good", "evidence": "Half of what I saw"})
    await world.ada.sends_press(button.verb, typed, replyToId=place, **PHONE)
    form, send = world.ada.button("Send it now")
    facts = send.data({"trigger": SAFEGUARDING, "facts": FACTS})
    await world.ada.sends_press(send.verb, facts, replyToId=form, **PHONE)

    other = World(world.teams, world.settings, world.clock)
    await other.starts()
    await answers(other.sam, wider="0")
    await other.stops()
    assert "Today at 16:20" in world.ada.card("IR-1 is answered")
    assert "The worker's other work: A-1, Theo Brook" in world.ada.card("IR-1 is answered")
    assert inputs_of(world.ada.chat[place])["evidence"] == "Half of what I saw"
    await world.ada.presses("Close it")
    assert "Closed" in world.theo.card("IR-1 is closed")
    await other.closes()


async def sends_answer(who: Somebody) -> Answer:
    """What a manager types into the form that is open."""
    done = f"{who.name} held a meeting."
    return await who.presses(
        "Send answer", safe="seen", seen="Today", decided="A manager", done=done
    )


async def test_two_managers_answer_at_once_and_one_answer_counts(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    for minutes in (15, 45, 60):
        await world.passes(minutes=minutes)
    for manager in (world.sam, world.hal):
        await manager.presses("Answer now")
    world.at_once = False
    await asyncio.gather(*(sends_answer(each) for each in (world.sam, world.hal)))
    await world.delivered()
    steps = [row["kind"] for row in await world.rows(tables.response_steps)]
    assert steps.count("answered") == 1
    story = world.ada.card("IR-1 is answered")
    assert ("Sam Field held a meeting." in story) != ("Hal Grove held a meeting." in story)
    duties = [d for d in await world.rows(tables.duties) if d["kind"] == "answer_response"]
    assert {duty["state"] for duty in duties} == {"done"}


async def test_teams_is_away_for_two_hours_over_the_deadline_and_everybody_hears_once_it_is_back(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    world.clock.moves_to(at("2025-11-24 22:30"))
    await raises(world)
    await world.sam.presses("I have it")
    world.clock.moves_to(at("2025-11-24 23:15"))
    world.teams.fail_next(503, times=100_000)
    for _ in range(40):  # every three minutes until 01:15
        world.clock.moves(minutes=3)
        await world.ticks()
    asha = world.plays(ASHA)
    assert not [card for card in asha.cards if STORY in card]
    assert "practice_loop_urgent_overdue 0.0" not in await figures(world)
    world.teams.connector.faults.clear()
    await world.passes(minutes=2)
    assert "Overdue" in asha.card(STORY)
    assert "late" in world.sam.card(STORY)
    assert urgent_posts(world, "aad-asha") == 1
    steps = await world.rows(tables.response_steps)
    assert len({row["once"] for row in steps}) == len(steps)


async def test_acknowledged_late_it_stays_overdue_and_climbs_no_further(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    world.clock.moves_to(at("2025-11-24 23:40"))
    await raises(world)
    await world.passes(minutes=15)
    await world.passes(minutes=15)
    assert "Overdue" in world.plays(ASHA).card(STORY)
    assert "You have IR-1" in await world.sam.says("I have it")
    assert "Overdue" in world.sam.card(STORY)
    before = urgent_posts(world, "aad-hal")
    for _ in range(4):
        await world.passes(hours=1)
    assert urgent_posts(world, "aad-hal") == before
    await answers(world.sam)
    assert "IR-1 is answered" in world.cora.card("IR-1 is answered")


async def test_the_raiser_has_left_and_those_who_run_cycles_read_the_answer(
    sefton: World, tmp_path: Path
) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    await world.moves_in([], [replace(ADA, left_on=date(2025, 11, 24)), replace(SAM)])
    await answers(world.sam)
    story = world.cora.card("IR-1 is answered")
    assert "Close it" in story
    await world.cora.presses("Close it")
    assert "Closed" in world.sam.card("IR-1 is closed")
    assert "Here is the ledger of IR-1." in await world.cora.says("ledger IR-1")
    assert "closed 08:" in world.cora.card("Who had IR-1, and when")
    out = tmp_path / "proof.xlsx"
    await world.runs("response", "ledger", "IR-1", "--out", str(out))
    people = list(load_workbook(out)["People"].iter_rows(values_only=True))
    assert {"Ada Byrne", "Sam Field", "Cora Lindley"} <= {row[0] for row in people}
    assert all(row[2] for row in people if row[0] == "Sam Field")


async def test_where_the_clock_has_died_people_hear_of_it_and_the_figures_show_it(
    sefton: World,
) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    # no tick of any kind runs in all of this: what should have looked at 08:15 is dead
    world.clock.moves(minutes=16, seconds=5)
    await world.running.dispatcher.drain(world.clock())
    await world.delivered()
    assert "practice_loop_urgent_overdue 1.0" in await figures(world)
    for told in (world.sam, world.cora, world.plays(ASHA)):
        assert "telephone **Sam Field** now" in told.card(LATE)
    assert not [card for card in world.will.cards if LATE in card]
    await world.running.dispatcher.drain(world.clock())
    await world.delivered()
    assert sum(LATE in card for card in world.cora.cards) == 1
    await world.ticks()
    assert "practice_loop_urgent_overdue 0.0" in await figures(world)
