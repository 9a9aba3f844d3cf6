"""What a mother said is written down on a phone, word for word, with few presses."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator

from tests.e2e.client import CUT_OFF, PHONE, open_client
from tests.e2e.conftest import Playing

pytestmark = pytest.mark.e2e

MOST_PRESSES = 8
COUNTS = "window.presses = 0; addEventListener('pointerdown', () => window.presses++, true)"
SAID = ("She rings when she says she will.", "A later visit, please.")


@pytest.mark.rows("HER-32")
async def test_a_mother_s_words_are_kept_on_a_phone_with_few_presses(demo: Playing) -> None:
    worker = demo.story.worker.name
    async with open_client(demo.url, "feedback", PHONE) as client:
        await client.types(f"act as {worker}")
        await client.sees(f"You now act as {worker}")
        await client.types(f"feedback {demo.story.case}")
        start = await client.sees("Write down what was said")
        await client.picture("start", start)
        await _fits(start)

        await client.page.evaluate(COUNTS)
        await start.get_by_label("Parent", exact=True).click()
        await client.presses(start, "Write it down")
        form = await client.sees("In their own words", "Not kept yet")
        await client.picture("form", form)
        await _fits(form)
        await form.get_by_label("They agreed to talk when I asked").click()
        for question, words in zip(
            ("What has helped?", "What could be better?"), SAID, strict=True
        ):
            field = form.get_by_label(question)
            await field.click()
            await field.fill(words)
        await client.presses(form, "Keep")
        kept = await client.sees("In their own words", "These words stay as they were said", *SAID)
        presses = await client.page.evaluate("window.presses")
        assert 0 < presses <= MOST_PRESSES
        await client.picture("kept", kept)
        await _fits(kept)


async def _fits(card: Locator) -> None:
    assert await card.evaluate(CUT_OFF) == []
