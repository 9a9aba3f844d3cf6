"""Actions as managers have them: many to sign off, a later day that is refused."""

from __future__ import annotations

from storage import tables
from tests.journeys.grading import GOOD, read, submits
from tests.journeys.test_actions import AREAS, SIGN, signs, started
from tests.journeys.world import World

KINDS = ("Bring the chronology up to date", "Write the plan anew", "Hold a strategy meeting")


async def test_a_manager_signs_off_one_after_the_other(sefton: World) -> None:
    world = sefton
    await started(world)
    for what in KINDS:
        await world.ada.presses(
            "Add it", what=what, owner="will", due="2026-04-03", tag="Assessment"
        )
    for _ in range(AREAS):
        await world.ada.presses("Next", grade=GOOD, evidence="Seen in the record")
    await submits(world.ada)
    await world.passes(minutes=11)
    for number in range(1, len(KINDS) + 1):
        about = {"id": f"action-{number}", "version": await version(world, number)}
        sent = {**about, "evidence": "See the case notes."}
        await world.will.sends_press("complete_action", sent)
    assert "3 to sign off." in await world.theo.says("to sign off")
    assert "1 of 3" in world.theo.card(SIGN)
    assert "1 of 2" in read(await signs(world.theo))
    assert "2 of 2" in read(await world.theo.presses("Skip to 2 of 2"))
    back = await world.theo.presses("Return it", reason="The dates are missing.")
    assert "1 of 1" in read(back)
    assert "Nothing to sign off" in read(await signs(world.theo))
    states = [row["state"] for row in await world.rows(tables.actions)]
    assert sorted(states) == ["done", "done", "open"]


async def version(world: World, number: int) -> int:
    """The version of an action as its owner's card has it."""
    (row,) = [row for row in await world.rows(tables.actions) if row["id"] == number]
    return int(row["version"])


async def test_a_later_day_is_asked_for_and_refused_with_the_reason(herefordshire: World) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.tess.says(f"action for Wes Tarn by 20 September: {KINDS[0]}")
    asked = await world.wes.presses("Ask for it", new_due="2025-10-17", why="School is closed.")
    assert "Tess Marlow decides" in asked.text or "Asked for" in asked.text
    assert "School is closed." in world.tess.card("later day")
    await world.tess.presses("Keep it", reason="The conference is on the 22nd.")
    assert "The conference is on the 22nd." in world.wes.card(KINDS[0])
    (row,) = await world.rows(tables.actions)
    assert (row["due_on"].isoformat(), row["asked_due"]) == ("2025-09-20", None)
