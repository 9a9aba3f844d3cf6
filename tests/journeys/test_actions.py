"""Story 9: nothing is due after day 31, and it closes only with both ticks; and what may go wrong.

Everything over HTTP: what people press and type, and what they then see.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from storage import tables
from tests.cast import WILL
from tests.journeys.grading import GOOD, read, submits
from tests.journeys.person import Answer, Somebody
from tests.journeys.test_moderation import differing, moderator_of
from tests.journeys.world import World, at

WHAT = "Bring the chronology up to date"
AREAS = 8
SIGN = "Is this action finished?"


async def started(world: World) -> None:
    """Ada has begun the audit of C-24113 on 10 March 2026, and the form for an action is open."""
    world.clock.moves_to(at("2026-03-10 09:00"))
    await world.everybody_installs()
    await world.opens_audit("C-24113", auditor="ada")
    await world.ada.presses("Start now")
    await world.ada.presses("Add an action", grade=GOOD, evidence="The chronology stops in July")


async def fills(who: Somebody, due: str) -> Answer:
    """Somebody fills in the form, for a day that a client need not have offered."""
    return await who.presses(
        "Add it", anyway=True, what=WHAT, owner="will", due=due, tag="Assessment"
    )


async def signs(who: Somebody) -> Answer:
    """Somebody signs off with both ticks."""
    return await who.presses("Sign off", quality="yes", compliance="yes")


async def finished(world: World) -> None:
    """One action is kept, and the audit is finished that day."""
    await started(world)
    await fills(world.ada, "2026-04-03")
    for _ in range(AREAS):
        await world.ada.presses("Next", grade=GOOD, evidence="Seen in the record")
    await submits(world.ada)
    await world.passes(minutes=11)


async def claimed(world: World, evidence: str = "Case notes, 1 April.") -> None:
    """Will says that it is done."""
    await world.will.presses("Send for sign-off", evidence=evidence)


async def state(world: World) -> str:
    (row,) = await world.rows(tables.actions)
    return str(row["state"])


@pytest.mark.rows("SEF-11", "SEF-13", "SEF-14")
async def test_story_9_nothing_is_due_after_day_31_and_it_closes_with_both_ticks(
    sefton: World,
) -> None:
    await started(sefton)
    late = await fills(sefton.ada, "2026-04-11")
    assert "The last day allowed is Friday 10 April 2026." in read(late)
    assert await sefton.rows(tables.actions) == []
    kept = await fills(sefton.ada, "2026-04-10")
    assert "Will Heath gets it when the audit is finished" in read(kept)
    assert not [card for card in sefton.will.cards if WHAT in card]
    for _ in range(AREAS):
        await sefton.ada.presses("Next", grade=GOOD, evidence="Seen in the record")
    await submits(sefton.ada)
    await sefton.passes(minutes=11)

    assert "Friday 10 April (the last day allowed)" in sefton.will.card(WHAT)
    for told in (sefton.theo, sefton.ivy, sefton.chip):
        assert WHAT in told.card("Actions for C-24113")
    assert "Case note to copy" in sefton.ada.card("Actions for C-24113")
    await claimed(sefton)
    half = await sefton.theo.presses("Sign off", quality="yes")
    assert "Please tick both, or return it with a reason." in read(half)
    assert await state(sefton) == "claimed"
    await signs(sefton.theo)
    assert await state(sefton) == "done"
    assert "Signed off" in sefton.will.card(WHAT)


async def test_returned_twice_and_signed_off_at_last(sefton: World) -> None:
    await finished(sefton)
    for evidence, why in (("Half of it.", "No dates."), ("With dates.", "July is missing.")):
        await claimed(sefton, evidence)
        await sefton.theo.presses("Return it", reason=why)
        assert why in sefton.will.card(WHAT)
    await claimed(sefton, "All of it.")
    assert "All of it." in sefton.theo.card(SIGN)
    await signs(sefton.theo)
    (row,) = await sefton.rows(tables.actions)
    assert (row["state"], row["round"]) == ("done", 3)


async def test_the_owner_leaves_and_the_team_manager_has_it_with_the_trail(sefton: World) -> None:
    await finished(sefton)
    await sefton.will.presses("Keep the note", progress="Half of it is done.")
    await sefton.moves_in([], [replace(WILL, left_on=date(2026, 3, 16))])
    sefton.clock.moves_to(at("2026-03-16 09:00"))
    await sefton.ticks()
    card = sefton.theo.card("Please do this by")
    assert "Half of it is done." in card
    assert "The owner has left." in card
    await sefton.theo.presses("Send for sign-off", evidence="The rest is done.")
    with pytest.raises(AssertionError):
        sefton.theo.button("Sign off")
    await signs(sefton.sam)
    assert await state(sefton) == "done"


async def test_a_cover_signs_off_for_the_manager_who_is_away(sefton: World) -> None:
    await finished(sefton)
    await sefton.goes_away("theo", date(2026, 3, 9), date(2026, 4, 30), cover="tess")
    await claimed(sefton)
    assert "1 to sign off." in await sefton.tess.says("to sign off")
    assert "1 of 1" in sefton.tess.card(SIGN)
    await signs(sefton.tess)
    assert await state(sefton) == "done"
    assert "Tess Marlow signed it off" in sefton.theo.card("This is decided")


async def test_two_managers_who_sign_at_once_have_one_effect(sefton: World) -> None:
    await finished(sefton)
    await sefton.goes_away("theo", date(2026, 3, 9), date(2026, 4, 30), cover="tess")
    await claimed(sefton)
    await sefton.tess.says("to sign off")
    sefton.at_once = False
    await asyncio.gather(signs(sefton.theo), signs(sefton.tess))
    await sefton.delivered()
    notes = [row["kind"] for row in await sefton.rows(tables.action_notes)]
    assert notes.count("signed_off") == 1
    assert await state(sefton) == "done"


@pytest.mark.rows("HER-14")
async def test_in_herefordshire_a_day_after_31_days_is_warned_about_and_kept(
    herefordshire: World,
) -> None:
    await herefordshire.everybody_installs()
    await herefordshire.opens_audit("C-23087", lead="tess", peer="ada")
    await herefordshire.ada.presses("Start now")
    await herefordshire.ada.presses("Add an action", grade=GOOD, evidence="Seen")
    kept = await herefordshire.ada.presses("Add it", what=WHAT, owner="wes", due="2025-12-01")
    assert "more than 31 days away. It is kept all the same." in read(kept)
    (row,) = await herefordshire.rows(tables.actions)
    assert (row["due_on"], row["latest_on"]) == (date(2025, 12, 1), None)


@pytest.mark.rows("HER-09", "HER-14")
async def test_the_moderators_action_plan_becomes_actions(herefordshire: World) -> None:
    world = herefordshire
    await differing(world)
    world.clock.moves_to(at("2025-09-22 09:00"))
    await world.ticks()
    moderator = moderator_of(world)
    await moderator.presses("Start grading")
    for _ in range(6):
        await moderator.presses("Next", grade=GOOD)
    await moderator.presses("Submit audit", overall=GOOD)
    plan = "1. Wes Tarn: write down oversight every month by 15 October\n- Hold a strategy meeting"
    await moderator.presses(
        "Record as final", final_4=GOOD, reason="Oversight is recorded twice.", plan=plan
    )

    first, second = await world.rows(tables.actions)
    assert (first["owner"], first["due_on"], first["origin"]) == (
        "wes",
        date(2025, 10, 15),
        "moderation",
    )
    assert second["owner"] == "tess"  # a line that names nobody is the team manager's
    asked = world.wes.card("Please do this by")
    assert "write down oversight every month" in asked
    assert "Moderation, Case file audit" in asked
    assert "Hold a strategy meeting" in world.tess.card("Please do this by")
    tracker = await world.cora.says("actions")
    assert "2 actions" in tracker
    assert "Hold a strategy meeting" in tracker
    await world.wes.presses("It is done", evidence="See the September supervision.")
    assert "1 action" in await world.cora.says("actions")
