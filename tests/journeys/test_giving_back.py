"""A seat that is given back: declined, handed over, left open, taken on by the cover."""

from __future__ import annotations

from datetime import date

from storage import tables
from tests.journeys.grading import read
from tests.journeys.person import Somebody
from tests.journeys.world import World


async def begins(world: World) -> None:
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")


def asked(world: World) -> list[Somebody]:
    """Who has an open card as peer auditor."""
    peers = (world.ada, world.ivy, world.chip)
    return [p for p in peers if any("Accept for later" in card for card in p.cards)]


async def test_a_declined_seat_goes_to_another_auditor_and_the_note_to_the_coordinator_alone(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)

    declined = read(
        await world.ada.presses("Tell the QA team", reason="conflict", note="I know the mother")
    )
    assert "You said on Monday 1 September that you can't take this one." in declined
    (taker,) = asked(world)
    assert taker is not world.ada
    assert taker.name in world.tess.card("You are lead auditor for C-23087")
    assert await world.ada.says("my work") != ""
    assert "Nothing is waiting" in world.ada.cards[-1]
    others = [card for who in (world.tess, taker) for card in who.cards]
    assert not [card for card in others if "I know the mother" in card]
    told = world.cora.card("C-23087 was given back")
    assert "Ada Byrne: knows this family, or has worked with them" in told
    assert "I know the mother" in told


async def test_a_press_on_the_card_of_a_seat_that_was_declined_changes_nothing(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    old, start = world.ada.button("Start now")
    await world.ada.presses("Tell the QA team", reason="workload")
    before = await world.everything()

    late = await world.ada.sends_press(start.verb, start.data({}), replyToId=old)

    assert "This is not yours to do, so nothing was changed." in late.answer.text
    assert await world.changes(before) == {}


async def test_a_seat_that_everybody_declines_is_told_to_the_coordinator_who_appoints(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    while somebody := asked(world):
        await somebody[0].presses("Tell the QA team", reason="away")

    vacant = world.cora.card("C-23087 needs somebody")
    assert "Peer auditor" in vacant
    assert "Nobody in the staff list may take this seat." in vacant

    async with world.units() as uow:
        mo = (await uow.people.all())["mo"]
        changed = {field: getattr(mo, field) for field in mo.__slots__}
        await uow.people.put([type(mo)(**{**changed, "roles": frozenset({"qa_practitioner"})})])
        await uow.commit()
    (seat,) = [s for s in await world.rows(tables.seats) if s["holder"] is None]
    await world.cora.sends_press(
        "appoint_auditor",
        {"id": f"seat-{seat['id']}", "version": seat["version"], "person": "mo"},
    )
    assert "You are peer auditor for C-23087" in world.mo.card("peer auditor")
    assert "Mo Winter has been asked." in world.cora.card("C-23087 was given back")


async def test_a_handed_over_seat_is_the_colleagues_and_the_draft_starts_empty(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    await world.ada.presses("Start now")
    await world.ada.presses("Next", grade="good", evidence="ONLY-ADA-WROTE-THIS")

    over = read(await world.ada.presses("Hand it over", person="ivy", why="I am off next week"))
    assert "You passed this to Ivy Hart on Monday 1 September." in over
    assert "Ada Byrne handed it over to you" in world.ivy.card("You are peer auditor")
    await world.ivy.presses("Start now")
    form = world.ivy.card("Voice of the child")
    assert "1 of 6" in form
    assert "ONLY-ADA-WROTE-THIS" not in form
    assert "Ivy Hart" in world.tess.card("You are lead auditor for C-23087")


async def test_nobody_can_be_given_a_seat_that_the_rules_keep_from_them(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    before = await world.everything()
    for person, why in (("sam", "manages the worker"), ("wes", "is not one of the")):
        refused = await world.ada.presses("Hand it over", anyway=True, person=person)
        assert why in refused.text
        assert "Nothing was changed" in refused.text
    assert await world.changes(before) == {}


async def test_the_cover_of_somebody_on_leave_can_do_what_waits(herefordshire: World) -> None:
    world = herefordshire
    await begins(world)
    _, start = world.ada.button("Start now")
    refused = await world.ivy.sends_press(start.verb, start.data({}))
    assert "This is not yours to do" in refused.answer.text

    await world.goes_away("ada", date(2025, 9, 1), date(2025, 9, 12), cover="ivy")
    await world.ivy.sends_press(start.verb, start.data({}))
    assert "Voice of the child" in world.ivy.card("Voice of the child")
