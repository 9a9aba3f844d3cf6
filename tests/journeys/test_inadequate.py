"""Story 4: an Inadequate is told, reviewed at six weeks and audited again at three months."""

from __future__ import annotations

from domain.people.person import Person
from storage import tables
from tests.journeys.grading import audits, read
from tests.journeys.world import World, at

LOW = "inadequate"
SUE = Person(
    id="sue",
    name="Sue Marsh",
    aad_object_id="aad-sue",
    roles=frozenset({"service_manager"}),
    service="Care",
)
QUINN = Person(
    id="quinn", name="Quinn Alder", aad_object_id="aad-quinn", roles=frozenset({"qa_team"})
)


async def both_submit_on_19_september(world: World) -> None:
    await world.moves_in([], [SUE, QUINN])
    await world.everybody_installs()
    for person in (SUE, QUINN):
        await world.plays(person).installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    world.clock.moves_to(at("2025-09-19 10:00"))
    for auditor in (world.tess, world.ada):
        await audits(auditor, 6, grade=LOW)
    await world.passes(minutes=11)


async def test_story_4_alert_review_and_re_audit_have_their_dates(herefordshire: World) -> None:
    world = herefordshire
    await both_submit_on_19_september(world)

    alert = world.hal.card("Please take note")
    assert "The final grade is Inadequate" in alert
    assert "Review by 31 October: asked" in alert
    assert "Re-audit on 19 December: ahead" in alert
    review = world.tess.card("Review of C-23087")
    assert "by **Friday 31 October**" in review
    alone = (world.wes, world.sam, world.theo, world.mo, world.cora, world.ada)
    assert not [who.name for who in alone for card in who.cards if "Please take note" in card]
    assert not [who.name for who in alone for card in who.cards if "Review of C-23087" in card]


async def test_story_4_the_head_of_service_is_reminded_until_the_comment_is_there(
    herefordshire: World,
) -> None:
    world = herefordshire
    await both_submit_on_19_september(world)

    def alerts() -> int:
        return sum("Please take note" in card for card in world.hal.cards)

    assert alerts() == 1
    await world.passes(days=3)
    assert alerts() == 2
    said = read(await world.hal.presses("Send comment", comment="I meet the team on Monday."))
    assert "I meet the team on Monday." in said
    await world.passes(days=7)
    assert alerts() == 2


async def test_story_4_the_review_is_written_returned_and_signed_off(herefordshire: World) -> None:
    world = herefordshire
    await both_submit_on_19_september(world)

    world.clock.moves_to(at("2025-10-31 09:00"))
    await world.ticks()
    assert sum("Review of C-23087" in card for card in world.tess.cards) == 2
    await world.tess.presses("Send", answer_0="Two of three actions are done.")
    assert "Two of three actions are done." in world.hal.card("Tess Marlow has written this")
    await world.hal.presses("Return it", reason="When is the third one done?")
    assert "When is the third one done?" in world.tess.card("Review of C-23087")
    await world.tess.presses("Send", answer_0="The third on 10 November.")
    await world.hal.presses("Sign off")
    assert "Written by Tess Marlow" in world.tess.card("Review of C-23087")
    assert "Review by 7 November: done" in world.hal.card("Please take note")


async def test_story_4_a_senior_manager_audits_it_again_on_19_december(
    herefordshire: World,
) -> None:
    world = herefordshire
    await both_submit_on_19_september(world)
    sue, quinn = world.plays(SUE), world.plays(QUINN)

    world.clock.moves_to(at("2025-12-18 12:00"))
    await world.ticks()
    assert not [card for card in sue.cards if "C-23087" in card]
    world.clock.moves_to(at("2025-12-19 09:00"))
    await world.ticks()
    assert "Case file audit: re-audit" in sue.card("Start now")
    await audits(sue, 6, grade="good")
    await world.passes(minutes=11)

    compared = world.hal.card("before and after")
    assert "Overall\nBefore\nInadequate\nAfter\nGood" in compared
    assert "before and after" in quinn.card("before and after")
    await sue.presses(
        "Send",
        verdict_0="yes",
        answer_0="All three, with dates.",
        verdict_1="yes",
        answer_1="One worker for a year.",
    )
    compared = world.hal.card("before and after")
    assert "Yes. One worker for a year." in compared
    audited = await world.rows(tables.audits)
    assert [row["state"] for row in audited] == ["final", "final"]
