"""All words that the bot knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, button, card, facts, noticed, rows, sentence, title
from cards.people.commands import EXAMPLE_COMMANDS, Command
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Every command with what it does; ``ref`` is the reader."""

    kind: ClassVar[str] = "help"

    ref: Ref
    version: int
    commands: tuple[Command, ...]
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """The list."""
        body = [
            band("Practice Loop", "Help"),
            title("What you can type"),
            sentence("Capitals do not matter. What you are in the middle of is kept."),
            facts(*((one.word, one.what) for one in self.commands)),
            *rows([button("Show my work", "open_work", self, primary=True)]),
        ]
        words = ", ".join(one.word for one in self.commands)
        return card(fallback=f"You can type: {words}.", body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """The list."""
        plain = cls(ref=Ref("person", "ada"), version=1, commands=EXAMPLE_COMMANDS)
        return (plain, replace(plain, notice="Your draft for C-24113 is kept."))
