"""A worry is raised, answered and closed on a phone, in a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, expect

from tests.e2e.client import CUT_OFF, PHONE, Client, open_client
from tests.e2e.conftest import Playing

pytestmark = pytest.mark.e2e

FACTS = "The visit record of 12 November notes a bruise. Nothing is recorded since."
DONE = "A strategy discussion was held at 16:00."
STORY = "A child may be unsafe"


async def test_a_worry_is_raised_answered_and_closed_on_a_phone(demo: Playing) -> None:
    lead, peer = demo.story.auditors
    async with open_client(demo.url, "unsafe", PHONE) as client:
        await _the_peer_raises_it(client, demo, peer.person.name)
        await _the_team_manager_answers(client, lead.person.name)
        await _the_peer_closes_it(client, peer.person.name)


async def _the_peer_raises_it(client: Client, demo: Playing, name: str) -> None:
    await client.types(f"act as {name}")
    card = await client.sees(demo.story.case, "Worried about the child right now?")
    await client.picture("allocation", card)
    await client.presses(card, "Child may be unsafe")
    form = await client.sees("What have you seen?")
    await expect(form.get_by_label("The record's reference")).to_have_value(demo.story.case)
    await expect(form.get_by_role("radio")).to_be_checked()
    await form.get_by_label("What you saw, and where").fill(FACTS)
    await form.get_by_label("Who you have spoken to, and when").fill("The team manager, at 15:05")
    await client.picture("form", form)
    await _fits(form)
    await client.presses(form, "Send it now")
    await client.sees("Sent as CS-1")
    story = await client.sees(STORY, FACTS)
    await client.picture("raised")
    await _fits(story)


async def _the_team_manager_answers(client: Client, name: str) -> None:
    await client.types(f"act as {name}")
    story = await client.sees(STORY, FACTS, "I have it")
    await client.picture("urgent")
    await _fits(story)
    await client.presses(story, "I have it")
    mine = await client.sees(STORY, "Acknowledged", "Answer now")
    await client.presses(mine, "Answer now")
    form = await client.sees("Is the child safe now?")
    await form.get_by_role("radio", name="Yes, seen today").check()
    await form.get_by_label("When was the child seen, and by whom? If not, why").fill("At 16:20.")
    await form.get_by_label("What has been done, by whom, and when").fill(DONE)
    await form.get_by_label("Who decided, by role").fill("The team manager")
    await client.picture("answer")
    await _fits(form)
    await client.presses(form, "Send answer")
    await client.sees("Your answer for", "Sent. Its own card shows how it stands.")


async def _the_peer_closes_it(client: Client, name: str) -> None:
    await client.types(f"act as {name}")
    story = await client.sees("CS-1 is answered", DONE)
    await client.picture("answered")
    await _fits(story)
    await client.presses(story, "Close it")
    closed = await client.sees("CS-1 is closed", DONE)
    await expect(closed.get_by_role("button", name="Close it", exact=True)).to_have_count(0)
    await client.picture("closed")


async def _fits(card: Locator) -> None:
    box = await card.bounding_box()
    assert box
    assert (box["x"] >= 0, box["x"] + box["width"] <= PHONE["width"]) == (True, True)
    assert await card.evaluate(CUT_OFF) == []
