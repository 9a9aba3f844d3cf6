"""An entry of the library as its nominee has it: be named or not, have it taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    escape,
    fitting,
    noticed,
    quote,
    rows,
    sentence,
    title,
)
from cards.nominations.parts import cut
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryEntry:
    """``named`` is whether the nominee's name stands with it; ``live`` whether it is found."""

    kind: ClassVar[str] = "library_entry"

    ref: Ref
    version: int
    number: str
    kept_in: str
    nominator: str
    text: str
    named: bool = False
    live: bool = True
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Your practice has been recognised"

    def render(self) -> Json:
        """The text, and what the nominee may choose."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        state = "In the library" if self.live else "Taken out"
        body = [
            band(f"{self.kept_in} · {self.number}", state),
            title("Good practice of yours" if self.live else "This was taken out"),
            sentence(self._sentence()),
            quote("As colleagues read it", cut(self.text, limit)) if self.live else None,
            *self._buttons(),
        ]
        fallback = f"{self.number}: good practice of yours is in the library."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if not self.live:
            return "No search finds it any more. That it was recognised stays yours."
        name = (
            "Your name stands with it."
            if self.named
            else "Your name is not shown unless you want it to be."
        )
        return f"{escape(self.nominator)} nominated you, and it was accepted. {name}"

    def _buttons(self) -> list[Element]:
        if not self.live:
            return []
        choice = (
            button("Leave my name out", "hide_my_name", self)
            if self.named
            else button("Show my name", "show_my_name", self, primary=True)
        )
        return rows([choice, button("Take it out", "withdraw_entry", self)])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Without and with the name, and taken out."""
        kept = cls(
            ref=Ref("entry", "4"),
            version=1,
            number="N-58",
            kept_in="Good Practice Library",
            nominator="Ivo Hart",
            text="A worker made a memory map with a young person, who led their review with it.",
        )
        return (kept, replace(kept, named=True, version=2), replace(kept, live=False, version=2))
