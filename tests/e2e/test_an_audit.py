"""A case file audit as people do it: by pressing and by typing, in a real browser.

``PICTURES=docs/pictures pytest tests/e2e/test_an_audit.py`` takes the README's pictures anew.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import expect

from demo.chat import open_line
from demo.headless import Telling
from demo.seeding import Part
from tests.e2e.client import PATIENCE, Client, open_client
from tests.e2e.conftest import Playing

pytestmark = pytest.mark.e2e

EVIDENCE = "Evidence: what you saw, and where"
STRENGTHS = "Strengths: what made a difference"
DEVELOP = "Areas to develop: what would help"
FIRST = {
    EVIDENCE: "Visit notes of September to November; seen alone each time.",
    STRENGTHS: "The young person's own words lead into every review.",
    DEVELOP: "Ask once more about the contact with the grandparents.",
}
REASON = "The direct work clearly changed things for the young person."


async def test_a_pair_audits_a_record_and_the_worker_reads_what_they_found(demo: Playing) -> None:
    lead, peer = demo.story.auditors
    async with (
        open_client(demo.url, "audit") as client,
        open_line(demo.endpoint, lambda _: None) as line,
    ):
        # the peer is in a chat of their own: one chat takes 60 messages in 30 s, as in Teams
        grades = demo.council.framework.grades
        telling = Telling(demo.story, line, grades, demo.clock.skip)
        await client.sees(f"Hello {demo.story.coordinator.first_name}")
        await client.sees("audits opened")
        await _the_worker_asks_the_family(client, demo)
        await _the_lead_takes_it_on(client, demo, lead.person.name)
        await _the_lead_grades(client, demo)
        await _the_two_have_talked(client, demo, telling, peer)
        await _the_lead_submits(client, demo)
        await telling.audits_briefly(peer)
        demo.clock.skip(demo.council.withdraw_for + timedelta(minutes=1))
        await _the_worker_reads(client, demo)


async def _the_worker_asks_the_family(client: Client, demo: Playing) -> None:
    await client.types(f"act as {demo.story.worker.name}")
    await client.sees(f"Ask the family of {demo.story.case}")
    await client.types("agreed: both parents, by phone")
    await client.reads(f"Kept for {demo.story.case}: they agree.")


async def _the_two_have_talked(client: Client, demo: Playing, telling: Telling, peer: Part) -> None:
    """The lead by typing; the peer in a chat of their own, with all that they note besides."""
    await client.types("talk 1")
    await client.sees(f"{demo.story.case}: auditors' talk")
    await client.types("talked")
    await client.reads("Ticked. We wait for")
    await telling.joins(peer)


async def _the_lead_takes_it_on(client: Client, demo: Playing, name: str) -> None:
    await client.types(f"act as {name}")
    await client.sees(f"You now act as {name}")
    card = await client.sees(f"You are lead auditor for {demo.story.case}")
    await client.picture("allocation", card)
    await client.presses(card, "Accept for later")
    await expect(card).to_contain_text("You accepted this")
    await expect(card.get_by_role("button", name="Accept for later")).to_have_count(0)
    await client.presses(card, "Start now")


async def _the_lead_grades(client: Client, demo: Playing) -> None:
    card = await client.sees(demo.story.case, demo.story.programme.areas[0].name, EVIDENCE)
    await card.get_by_role("radio", name="Good", exact=True).check()
    for label, text in FIRST.items():
        await card.get_by_label(label).fill(text)
    await client.picture("grading", card)
    await client.presses(card, "Next")
    await _types_the_second_area(client, demo)
    for number in range(3, len(demo.story.programme.areas) + 1):
        await _types_an_area(client, number)


async def _types_the_second_area(client: Client, demo: Playing) -> None:
    """What is typed shows on the card, which changes in place."""
    card = await client.sees(demo.story.case, demo.story.programme.areas[1].name, EVIDENCE)
    await client.types("good")
    await client.reads("Area 2: Good.")
    await expect(card.get_by_role("radio", name="Good", exact=True)).to_be_checked()
    await client.types("evidence: The assessment of 3 September.")
    await client.reads("Area 2: evidence kept.")
    await expect(card.get_by_label(EVIDENCE)).to_have_value("The assessment of 3 September.")
    await client.picture("typing")
    await client.types("next")


async def _types_an_area(client: Client, number: int) -> None:
    await client.types("good")
    await client.reads(f"Area {number}: Good.")
    await client.types("evidence: The record of the last three months.")
    await client.reads(f"Area {number}: evidence kept.")
    await client.types("next")


async def _the_lead_submits(client: Client, demo: Playing) -> None:
    card = await client.sees(demo.story.case, "Check your grades, then submit")
    await client.types("overall good")
    await client.reads("Overall: Good.")
    await client.types(f"because {REASON}")
    reason = card.get_by_label("What your overall grade rests on")
    await expect(reason).to_have_value(REASON, timeout=PATIENCE)
    await expect(card.get_by_role("radio", name="Good", exact=True)).to_be_checked()
    await client.picture("summary")
    await client.presses(card, "Submit audit")
    receipt = await client.sees(f"Your audit of {demo.story.case} is in", "You submitted it")
    await expect(receipt.get_by_role("radio")).to_have_count(0)
    await client.picture("receipt")


async def _the_worker_reads(client: Client, demo: Playing) -> None:
    await client.types(f"act as {demo.story.worker.name}")
    await client.sees(f"{demo.story.case} will be audited")
    card = await client.sees(f"What the audit of {demo.story.case} found")
    await expect(card).to_contain_text(FIRST[STRENGTHS])
    await expect(card).to_contain_text(FIRST[DEVELOP])
    await client.picture("findings", card)
    await client.presses(card, "I've read this")
    await expect(card).to_contain_text("You read this on")
