"""The service goes down and comes up again: nothing is lost, nothing is sent twice."""

from __future__ import annotations

from storage import tables
from tests.journeys.client import inputs_of
from tests.journeys.grading import grades, submits
from tests.journeys.world import World


async def test_what_waited_while_the_service_was_down_goes_out_once(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.stops()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    assert all("C-23087" not in card for card in world.ada.cards)

    await world.starts()
    await world.delivered()
    await world.stops()
    await world.starts()
    await world.delivered()
    await world.passes(hours=1)

    for person in (world.tess, world.ada, world.wes, world.cora):
        # the worker is told of the audit, and asked to ask the family
        expected = 2 if person is world.wes else 1
        # what the calendar brings at this time of the month has nothing to do with it
        came = [card for card in person.cards if "C-23087" in card or "1 audit opened" in card]
        assert len(came) == expected, person.name
    assert {row["state"] for row in await world.rows(tables.outbox)} == {"sent"}


async def test_the_command_line_opens_a_cycle_while_the_service_is_down(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.stops()
    await world.runs("cycle", "open", "case_file_audit", "--seed", "7")
    await world.starts()
    await world.delivered()
    assert "You are lead auditor for C-23087" in world.tess.card("lead auditor")


async def test_a_half_graded_draft_is_carried_on_after_a_restart_from_another_device(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.presses("Start now")
    await grades(world.ada, 2)
    await world.ada.presses("Save for later", grade="good", evidence="Half of what I saw")

    await world.stops()
    world.clock.moves(days=3)
    await world.starts()

    assert "area 3 of 6" in await world.ada.says("where am I")
    work = await world.ada.says("my work")
    assert "Grade C-23087" in work
    assert "3 of 6 areas" in work
    await world.ada.says("open 1")
    place, _ = world.ada.button("Next")
    assert inputs_of(world.ada.kept[place])["evidence"] == "Half of what I saw"
    assert "evidence kept" in await world.ada.says("evidence+ and the other half")
    assert "the other half" in inputs_of(world.ada.kept[place])["evidence"]
    for _ in range(3, 7):
        await world.ada.presses("Next", grade="good", evidence="Seen")
    assert "Your audit of C-23087 is in" in (await submits(world.ada)).text


async def test_a_message_that_teams_repeats_after_a_restart_is_answered_once(
    herefordshire: World,
) -> None:
    world = herefordshire
    said = world.teams.activities.message("aad-ada", "hello")
    await world.ada.sends(said)
    await world.stops()
    await world.starts()
    await world.ada.sends(said)
    assert len(world.teams.posts_to("aad-ada")) == 1


async def test_what_both_submitted_before_the_service_went_down_is_compared_after(
    herefordshire: World,
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    for who in (world.tess, world.ada):
        await who.presses("Start now")
        await grades(who, 6)
        await submits(who)
    await world.stops()
    world.clock.moves(days=2)
    await world.starts()
    await world.ticks()
    await world.ticks()
    assert len([card for card in world.cora.cards if "All grades agree" in card]) == 1
    assert len([card for card in world.wes.cards if "What the audit of" in card]) == 1
