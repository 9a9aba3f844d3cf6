"""What was typed is no command: the nearest ones, as buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import Target, band, button, card, noticed, quote, rows, sentence, shorten, title
from domain.refs import Ref

MOST_SUGGESTIONS = 3
TYPED_SHOWN = 200


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class DidYouMean:
    """Up to three words of the bot; ``ref`` is the reader."""

    kind: ClassVar[str] = "did_you_mean"

    ref: Ref
    version: int
    typed: str = ""
    suggestions: tuple[str, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """The suggestions."""
        words = self.suggestions[:MOST_SUGGESTIONS]
        said = [
            button(
                word[:1].upper() + word[1:],
                "say_command",
                Target(Ref("command", word)),
                primary=not n,
            )
            for n, word in enumerate(words)
        ]
        typed = shorten(self.typed, TYPED_SHOWN, "and more")
        body = [
            band("Practice Loop", "Not done"),
            title("Did you mean one of these?" if words else "I don't know that word"),
            sentence("Nothing has been changed or sent. Press one, or type help."),
            quote("You typed", typed) if typed else None,
            *rows(said, [button("Help", "open_help", self, primary=not words)]),
        ]
        fallback = "I don't know that word, so nothing was changed. Type help."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """With and without suggestions."""
        some = cls(
            ref=Ref("person", "ada"),
            version=1,
            typed="my wrok",
            suggestions=("my work", "who am I"),
        )
        return (
            some,
            replace(some, suggestions=("my work", "who am I", "where am I", "help me")),
            replace(some, suggestions=(), typed="banana"),
            replace(some, typed="", notice="Your draft is kept."),
        )
