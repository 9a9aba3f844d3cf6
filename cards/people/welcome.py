"""The first card that somebody gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    band,
    button,
    card,
    facts,
    fit_title,
    noticed,
    rows,
    sentence,
    subtitle,
    title,
)
from cards.people.commands import EXAMPLE_COMMANDS, Command
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """What the bot does and the words it knows; ``waiting`` counts the reader's open duties."""

    kind: ClassVar[str] = "welcome"

    ref: Ref
    version: int
    first_name: str
    waiting: int
    commands: tuple[Command, ...]
    has_settings: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Practice Loop is ready for you"

    def render(self) -> Json:
        """The greeting."""
        settings = button("Reminders", "open_settings", self) if self.has_settings else None
        safe = "All is saved as you go, on any device. I use case references and never a child's"
        body = [
            band("Practice Loop", "Welcome"),
            title(fit_title(f"Hello {self.first_name}", "Hello")),
            sentence(f"{WHAT} {self._waiting()}"),
            subtitle("Press, or type a word"),
            facts(*((one.word, one.what) for one in self.commands), spacing="Small"),
            sentence(f"{safe} name. Please do the same.", "Medium"),
            *rows(
                [
                    button("Show my work", "open_work", self, primary=True),
                    settings,
                    button("Help", "open_help", self),
                ]
            ),
        ]
        fallback = f"I am Practice Loop. {WHAT} Type my work or help."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _waiting(self) -> str:
        if not self.waiting:
            return "Nothing is waiting for you."
        if self.waiting == 1:
            return "**One thing** is waiting for you."
        return f"**{self.waiting} things** are waiting for you."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Things waiting, one, none; with settings."""
        some = cls(
            ref=Ref("person", "ada"),
            version=1,
            first_name="Ada",
            waiting=3,
            commands=EXAMPLE_COMMANDS,
        )
        return (
            some,
            replace(some, waiting=1),
            replace(some, waiting=0),
            replace(some, has_settings=True, notice="You are welcome back."),
        )


WHAT = (
    "I bring you audits, actions and alerts when they need you, take your answers here "
    "and pass them on."
)
