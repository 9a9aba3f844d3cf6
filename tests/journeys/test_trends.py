"""Stories 10 and 11: two Inadequate in a row, and area 7 of a cared-for child."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pytest

from domain.people.person import Person
from storage import tables
from tests.cast import CASES
from tests.journeys.finals import is_final
from tests.journeys.handing_in import grades_alone, hands_in, stands_open
from tests.journeys.world import World, at

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


@dataclass(frozen=True, slots=True)
class Month:
    """A month of deep dives, and the day on which it is drawn for moderation."""

    opens: date
    ends: date
    drawn: date


NOVEMBER = Month(date(2025, 11, 3), date(2025, 11, 28), date(2025, 12, 5))
DECEMBER = Month(date(2025, 12, 1), date(2025, 12, 31), date(2026, 1, 8))
HOME = replace(CASES["C-24205"], cared_for=False)
ALERT = "Please take note"
NOT_SEVEN = {7: "requires_improvement"}
"""Area 7 of a child in care has a rule of its own: story 11."""


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


async def audited(
    world: World, case: str, month: Month, *, overall: str, but: Mapping[int, str] | None = None
) -> None:
    """Ivy audits the record, it is drawn for moderation, and the panel gives the same grades."""
    seats = await stands_open(
        world, "deep_dive_audit", [case], month.opens, due_on=month.ends, holder="ivy"
    )
    world.clock.moves_to(at(f"{month.ends} 10:00"))
    await hands_in(world, world.ivy, seats[0], grade=overall, but=but)
    await world.passes(minutes=11)
    world.clock.moves_to(at(f"{month.drawn} 09:00"))
    await world.ticks()
    rows = await world.rows(tables.seats)
    (place,) = [r for r in rows if r["role"] == "quality" and r["state"] == "offered"]
    member = world.named(place["holder"])
    await grades_alone(world, member, place["id"], grade=overall, but=but)
    await member.presses("Record as final", reason="As we saw it.")
    states = [row["state"] for row in await world.rows(tables.audits)]
    assert set(states) == {"final"}


@pytest.mark.rows("SEF-24", "SEF-25")
async def test_story_10_one_inadequate_is_no_alert_and_two_in_a_row_are_one(
    sefton: World,
) -> None:
    world = sefton
    await moves_in(world)
    quin = world.plays(QUIN)

    await audited(world, "C-24120", NOVEMBER, overall="inadequate", but=NOT_SEVEN)
    await world.passes(days=7)
    assert told(world, ALERT) == set()
    assert {row["kind"] for row in await world.rows(tables.follow_ups)} == {"confirm"}

    await audited(world, "C-24205", DECEMBER, overall="inadequate", but=NOT_SEVEN)
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


@pytest.mark.rows("SEF-26")
async def test_story_11_area_seven_counts_for_a_cared_for_child_alone(sefton: World) -> None:
    world = sefton
    await moves_in(world)
    seven = {7: "inadequate"}

    await audited(world, "C-24205", NOVEMBER, overall="requires_improvement", but=seven)
    assert told(world, "Scrutiny: C-24205") == set()
    await audited(world, "C-24120", DECEMBER, overall="requires_improvement", but=seven)
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
