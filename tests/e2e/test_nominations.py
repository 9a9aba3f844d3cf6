"""Good practice is nominated by typing and verified, on a phone, in a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, expect

from tests.e2e.client import CUT_OFF, PHONE, Client, open_client
from tests.e2e.conftest import Playing

pytestmark = pytest.mark.e2e

MAP = "the memory map she made with Tommy, aged 7, over four visits"
TEXT = "A worker made a memory map with a young person, who led their own review with it."


@pytest.mark.rows("HER-24")
async def test_good_practice_is_nominated_by_typing_and_verified_on_a_phone(demo: Playing) -> None:
    worker = demo.story.worker.name
    async with open_client(demo.url, "nomination", PHONE) as client:
        await _nominates(client, demo.story.auditors[1].person.name, worker)
        await _verifies(client, demo.story.coordinator.name, worker)
        await _is_found(client, worker)


async def _nominates(client: Client, name: str, worker: str) -> None:
    await client.types(f"act as {name}")
    await client.sees(f"You now act as {name}")
    await client.types(f"I'd like to nominate {worker} for {MAP}")
    await client.reads("Where did you see it?")
    form = await client.sees("Your nomination", "Nothing has been sent yet")
    await expect(form.get_by_label("Who is it?")).to_have_value(worker)
    await client.picture("form", form)
    await _fits(form)
    await client.types("supervision")
    await expect(form.get_by_label("Where did you see it?")).to_have_value("Supervision")
    await client.types("send")
    sent = await client.sees("Your nomination is with a verifier", "In your words")
    await client.picture("sent")
    await _fits(sent)


async def _verifies(client: Client, name: str, worker: str) -> None:
    await client.types(f"act as {name}")
    card = await client.sees("Good practice to verify", f"nominated {worker}")
    await expect(card).to_contain_text("aged 7")
    await client.picture("to_verify", card)
    await _fits(card)
    text = card.get_by_label("For the library: edit until nobody can be recognised")
    await text.fill("Tommy made a memory map.")
    await client.presses(card, "Accept")
    refused = await client.sees("Good practice to verify", "This may tell who somebody is: Tommy")
    await client.picture("telling")
    await _fits(refused)
    await client.presses(refused, "Decline")
    await client.picture("declining")
    await _fits(refused)
    await refused.get_by_label("For the library: edit until nobody can be recognised").fill(TEXT)
    await client.presses(refused, "Accept")
    done = await client.sees("You accepted this", TEXT)
    await client.picture("accepted")
    await _fits(done)


async def _is_found(client: Client, worker: str) -> None:
    await client.types(f"act as {worker}")
    mine = await client.sees("Good practice of yours", TEXT)
    await _fits(mine)
    await client.presses(mine, "Show my name")
    await client.sees("Good practice of yours", "Your name stands with it.")
    await client.types("library memory map")
    found = await client.sees("1 example", TEXT, worker)
    await client.picture("library")
    await _fits(found)


async def _fits(card: Locator) -> None:
    assert await card.evaluate(CUT_OFF) == []
