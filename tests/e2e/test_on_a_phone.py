"""The same cards at the width of a phone: all of it readable, nothing cut off."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator

from tests.e2e.client import CUT_OFF, PHONE, open_client
from tests.e2e.conftest import Playing

pytestmark = pytest.mark.e2e


async def test_allocation_and_grading_fit_a_phone(demo: Playing) -> None:
    lead = demo.story.auditors[0].person
    async with open_client(demo.url, "phone", PHONE) as client:
        await client.types(f"act as {lead.name}")
        card = await client.sees(f"You are lead auditor for {demo.story.case}")
        await client.picture("allocation")
        await _fits(card)
        await client.presses(card, "Can't take this one")
        await _fits(card)
        await client.presses(card, "Start now")
        form = await client.sees(demo.story.case, "Evidence: what you saw, and where")
        await client.presses(form, "What to look at")
        await client.presses(form, "What each grade means")
        await client.picture("grading")
        await _fits(form)


async def _fits(card: Locator) -> None:
    box = await card.bounding_box()
    assert box
    assert (box["x"] >= 0, box["x"] + box["width"] <= PHONE["width"]) == (True, True)
    assert await card.evaluate(CUT_OFF) == []
