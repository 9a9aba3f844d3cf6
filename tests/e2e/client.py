"""A person at Microsoft's local Teams client: what they type, press and see."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright, expect

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "var" / "e2e"
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
DESKTOP, PHONE = ViewportSize(width=1280, height=1100), ViewportSize(width=390, height=844)
PATIENCE = 15_000  # milliseconds

# The client's type is Segoe UI, which only Windows has; Open Sans looks most like it.
TYPE = "".join(
    f'@font-face {{ font-family: "Segoe UI"; src: local("{name}"); font-weight: {weight}; }}'
    for name, weight in (("Open Sans", 400), ("Open Sans Semibold", 600), ("Open Sans Bold", 700))
)
# The client draws every card 446 pixels wide and beside a picture, on the narrowest page too;
# on a phone it has 334 and no picture.
NARROW = """
  :has(.ac-preview-panel) { min-width: 0 !important; }
  .fai-OutputCard { width: fit-content !important; margin-left: -44px !important; }
  .fai-OutputCard :has(> .ac-preview-panel), .ac-preview-panel,
  .ac-preview-panel > .ac-adaptiveCard { width: 334px !important; }
"""
# What sticks out of a card, or out of its own box, by its words.
CUT_OFF = """card => {
  const edge = card.getBoundingClientRect();
  return [...card.querySelectorAll('*')]
    .filter(part => part.checkVisibility() && !part.closest('[aria-hidden=true]'))
    .filter(part => {
      const box = part.getBoundingClientRect();
      const clips = getComputedStyle(part).overflowX !== 'visible' && part.clientWidth > 0;
      const cut = clips && part.scrollWidth > part.clientWidth + 1;
      return box.left < edge.left - 1 || box.right > edge.right + 1 || cut;
    })
    .map(part => part.innerText || part.outerHTML.slice(0, 80));
}"""


@dataclass(frozen=True, slots=True)
class Client:
    """The open page. Pictures are numbered in the order in which they are taken."""

    page: Page
    name: str
    numbers: count[int] = field(default_factory=lambda: count(1))

    async def types(self, text: str) -> None:
        """Write into the chat and send it."""
        await self.page.get_by_role("textbox").last.click()
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")

    def card(self, *words: str) -> Locator:
        """The newest card with all these words."""
        cards = self.page.locator(".ac-preview-panel > .ac-adaptiveCard")
        for part in words:
            cards = cards.filter(has_text=part)
        return cards.last

    async def sees(self, *words: str) -> Locator:
        """Wait until such a card can be seen."""
        card = self.card(*words)
        await expect(card).to_be_visible(timeout=PATIENCE)
        return card

    async def reads(self, text: str) -> None:
        """Wait until such a line can be seen in the chat."""
        await expect(self.page.get_by_text(text).last).to_be_visible(timeout=PATIENCE)

    async def presses(self, card: Locator, title: str) -> None:
        """Press a button of a card."""
        await card.get_by_role("button", name=title, exact=True).click()

    async def picture(self, what: str, card: Locator | None = None) -> None:
        """Keep how the page looks; the card alone as well, where PICTURES names a folder."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        await self.page.screenshot(
            path=SCREENSHOTS / f"{self.name}-{next(self.numbers):02}-{what}.png"
        )
        if card and (folder := os.environ.get("PICTURES")):
            frame = self.page.locator(".fai-OutputCard", has=card)
            await frame.screenshot(path=Path(folder) / f"{what}.png")


@asynccontextmanager
async def open_browser() -> AsyncIterator[Browser]:
    """Chromium, with no page yet."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
        try:
            yield browser
        finally:
            await browser.close()


async def open_page(
    browser: Browser,
    url: str,
    name: str,
    size: ViewportSize = DESKTOP,
    numbers: count[int] | None = None,
) -> Client:
    """The client's page in a window of its own; the panel with its log is put away."""
    page = await browser.new_page(viewport=size, device_scale_factor=2)
    page.set_default_timeout(PATIENCE)
    await page.goto(url)
    await page.add_style_tag(content=TYPE + (NARROW if size == PHONE else ""))
    await page.get_by_role("button", name="Hide log panel").click()
    return Client(page, name, numbers or count(1))


@asynccontextmanager
async def open_client(url: str, name: str, size: ViewportSize = DESKTOP) -> AsyncIterator[Client]:
    """Chromium with the client's page; both are closed at the end."""
    async with open_browser() as browser:
        yield await open_page(browser, url, name, size)
