"""What may be noted beside somebody's words; none of it is asked of everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards.elements import Element
from cards.kit import list_field, short_field, text_field
from cards.voices.parts import WORDS_LIMIT

Pairs = Sequence[tuple[str, str]]


def theme_field(values: Mapping[str, str], themes: Pairs) -> Element:
    """What it is about, for counting."""
    chosen = values.get("theme", "none")
    return list_field(
        "theme",
        "What is it about? (optional)",
        (("none", "Not said"), *themes),
        value=chosen if chosen in dict(themes) else "none",
    )


def beside_fields(values: Mapping[str, str], helps: Pairs, themes: Pairs) -> list[Element]:
    """Theme, who by role, help, where a recording is, the worry, the writer's summary."""
    return [
        theme_field(values, themes),
        short_field("who", "Who, by role (optional)", limit=80, value=values.get("who", "")),
        list_field(
            "help",
            "Help to understand each other",
            (("none", "None was needed"), *helps),
            value=values.get("help", "none"),
        ),
        short_field(
            "help_words",
            "Which language or way? (optional)",
            limit=120,
            value=values.get("help_words", ""),
        ),
        short_field(
            "medium",
            "Where is the letter or recording? (optional)",
            limit=200,
            value=values.get("medium", ""),
        ),
        text_field(
            "worried",
            "The worry, in their words (optional)",
            limit=WORDS_LIMIT,
            value=values.get("worried", ""),
        ),
        text_field(
            "summary",
            "Your summary. It never replaces their words (optional)",
            limit=WORDS_LIMIT,
            value=values.get("summary", ""),
        ),
    ]
