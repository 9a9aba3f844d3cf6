"""Stories 10 and 11: two Inadequate in a row, and area 7 of a cared-for child."""

from __future__ import annotations

from dataclasses import replace

from domain.people.person import Person
from storage import tables
from tests.cast import CASES
from tests.journeys.finals import is_final
from tests.journeys.world import World

QUIN = Person(
    id="quin",
    name="Quin Lodge",
    aad_object_id="aad-quin",
    roles=frozenset({"quality_assurance_manager"}),
)
SIG = Person(
    id="sig",
    name="Sig Urban",
    aad_object_id="aad-sig",
    roles=frozenset({"safeguarding_review_service_manager"}),
)
HOME = replace(CASES["C-24205"], cared_for=False)
ALERT = "Please take note"


async def moves_in(world: World) -> None:
    await world.moves_in([CASES["C-24120"], HOME], [QUIN, SIG])
    await world.everybody_installs()
    for person in (QUIN, SIG):
        await world.plays(person).installs()


def told(world: World, words: str) -> set[str]:
    """Everybody with a card of those words."""
    extra = [world.plays(QUIN), world.plays(SIG)]
    cast = [world.named(name) for name in ("will", "theo", "sam", "hal", "ivy", "cora", "mo")]
    return {who.name for who in (*cast, *extra) for card in who.cards if words in card}


async def test_story_10_one_inadequate_is_no_alert_and_two_in_a_row_are_one(
    sefton: World,
) -> None:
    world = sefton
    await moves_in(world)
    quin = world.plays(QUIN)

    await is_final(world, "C-24120", "inadequate")
    await world.passes(days=7)
    assert told(world, ALERT) == set()
    assert {row["kind"] for row in await world.rows(tables.follow_ups)} == {"confirm"}

    await is_final(world, "C-24205", "inadequate")
    assert told(world, ALERT) == {"Quin Lodge", "Sam Field"}
    assert "Will Heath" in world.sam.card(ALERT)
    assert {row["kind"] for row in await world.rows(tables.follow_ups)} == {
        "alert",
        "confirm",
        "scrutiny",
    }
    await quin.presses("Send", answer_0="Drift after a move.", answer_1="A plan with dates.")
    assert "Drift after a move." in quin.card("Scrutiny: C-24205")
    await world.passes(days=7)
    assert sum(ALERT in card for card in world.sam.cards) == 1


async def test_story_11_area_seven_counts_for_a_cared_for_child_alone(sefton: World) -> None:
    world = sefton
    await moves_in(world)

    await is_final(world, "C-24205", "requires_improvement", areas={7: "inadequate"})
    assert told(world, "Scrutiny: C-24205") == set()
    await world.passes(days=1)
    await is_final(world, "C-24120", "requires_improvement", areas={7: "inadequate"})
    assert told(world, "Scrutiny: C-24120") == {"Cora Lindley", "Sig Urban"}
    sig = world.plays(SIG)
    await sig.presses("Send", answer_0="Reviews came late.")
    assert "Reviews came late." in world.cora.card("Scrutiny: C-24120")


async def test_both_sides_confirm_the_talk_in_supervision(sefton: World) -> None:
    """SEF-16: asked after fourteen days, confirmed by both."""
    world = sefton
    await moves_in(world)
    await is_final(world, "C-24120", "requires_improvement")

    await world.passes(days=13)
    assert told(world, "After the audit of C-24120") == set()
    await world.passes(days=1)
    assert told(world, "After the audit of C-24120") == {"Will Heath", "Theo Brook"}
    await world.will.presses("Confirm", note="I shadow a court visit.")
    assert "I shadow a court visit." in world.theo.card("After the audit of C-24120")
    await world.theo.presses("Confirm")
    assert "You need do no more." in world.will.card("After the audit of C-24120")
