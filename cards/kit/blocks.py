"""Blocks of a body: facts, quotes, panels that open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cards.elements import (
    Container,
    Element,
    Fact,
    FactSet,
    RichTextBlock,
    Spacing,
    TextBlock,
    TextRun,
    ToggleVisibility,
)
from cards.kit.escape import clean, escape

MOST_PARAGRAPHS = 8


def subtitle(text: str) -> Element:
    """A small heading over a block."""
    return TextBlock(text=escape(text), wrap=True, weight="Bolder", spacing="Medium")


def small(text: str, spacing: Spacing = "Small") -> Element:
    """A subtle line; plain words."""
    return TextBlock(text=escape(text), wrap=True, size="Small", is_subtle=True, spacing=spacing)


def facts(*pairs: tuple[str, str] | None, spacing: Spacing = "Medium") -> Element | None:
    """Titles and values, all escaped; a pair without a value is left out, as is an empty set.

    A no-break space keeps the client from breaking a title of two words in two.
    """
    shown = [
        Fact(title=escape(pair[0]).replace(" ", "\u00a0"), value=escape(pair[1]))
        for pair in pairs
        if pair and pair[1]
    ]
    return FactSet(facts=shown, spacing=spacing) if shown else None


def steps(texts: Iterable[str], spacing: Spacing | None = "Small") -> Element:
    """What happens in which order, numbered."""
    lines = (f"{number}. {escape(text)}" for number, text in enumerate(texts, 1))
    return TextBlock(text="\n".join(lines), wrap=True, spacing=spacing)


def bullets(texts: Iterable[str], spacing: Spacing | None = "Small") -> Element:
    """A list without an order."""
    lines = (f"- {escape(text)}" for text in texts)
    return TextBlock(text="\n".join(lines), wrap=True, spacing=spacing)


def quote(whose: str, text: str, *, most: int = MOST_PARAGRAPHS) -> Element:
    """What somebody wrote, under a line that says whose words they are."""
    under = TextBlock(text=escape(whose), wrap=True, size="Small", is_subtle=True)
    return Container(
        style="emphasis", spacing="Medium", items=[under, *paragraphs(text, most=most)]
    )


def paragraphs(text: str, lead: str = "", *, most: int = MOST_PARAGRAPHS) -> list[Element]:
    """People's words as RichTextBlocks, one a paragraph (a run does not break lines everywhere).

    ``lead`` stands in bold before the first. What is over ``most`` paragraphs joins the last.
    """
    parts = [part.strip() for part in clean(text).split("\n") if part.strip()]
    last = most - 1
    parts = [*parts[:last], " ".join(parts[last:])]
    blocks = [[TextRun(text=part)] for part in parts if part]
    if lead and blocks:
        mark = "" if lead.endswith("?") else ":"  # a question needs no second mark
        blocks[0].insert(0, TextRun(text=f"{clean(lead)}{mark} ", weight="Bolder"))
    return [RichTextBlock(inlines=runs, spacing="Small") for runs in blocks]


def more(
    name: str, text: str, items: Sequence[Element], spoken: str | None = None
) -> list[Element]:
    """Blue text that opens a closed panel below it; ``name`` makes the ids.

    ``spoken`` is the accessible name, where two panels of a card have the same text.
    """
    ids = {part: f"{name}_{part}" for part in ("panel", "more", "less")}
    words = escape(text)
    opened = TextBlock(
        text=f"{words} ▴",
        wrap=True,
        id=ids["less"],
        color="Accent",
        is_visible=False,
        spacing="None",
    )
    closed = TextBlock(text=f"{words} ▾", wrap=True, id=ids["more"], color="Accent")
    toggle = ToggleVisibility(title=clean(spoken or text), target_elements=list(ids.values()))
    return [
        Container(items=[closed, opened], select_action=toggle, spacing="Medium"),
        Container(
            style="emphasis", spacing="Small", items=items, id=ids["panel"], is_visible=False
        ),
    ]
