"""What the library has on something, a few at a time (SOM-20, HER-24)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Target,
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
from domain.calendar.wording import say_count
from domain.refs import Ref

HOW = "Type library and words, an area, a team type or a year: library life-story area 1 2026."


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One entry: its number and where it comes from in a line, and its text."""

    about: str
    text: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """``asked`` says what was looked for; ``more`` and ``less`` are the pages beside this one.

    ``nearly``: nothing has those very words, and these have some much like them.
    """

    kind: ClassVar[str] = "library"

    ref: Ref
    version: int
    name: str
    asked: str
    total: int
    nearly: bool = False
    examples_found: tuple[Example, ...] = ()
    page: int = 1
    pages: int = 1
    more: Ref | None = None
    less: Ref | None = None
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """The examples of this page."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        turns = (("Earlier ones", self.more), ("Newer ones", self.less))
        body = [
            band(self.name, f"{self.page} of {self.pages}" if self.total else "None"),
            title(say_count(self.total, "example") if self.total else "No example yet"),
            sentence(self._sentence()),
            *(quote(one.about, cut(one.text, limit)) for one in self.examples_found),
            *rows([button(word, "turn_page", Target(to)) for word, to in turns if to]),
        ]
        return card(fallback=f"{self.name}: {HOW}", body=noticed(body, self.notice))

    def _sentence(self) -> str:
        asked = f"You looked for: {escape(self.asked)}. " if self.asked else ""
        asked += "Nothing has those very words; these come near. " if self.nearly else ""
        return f"{asked}{HOW}" if self.page == 1 or not self.total else asked or HOW

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A page with more to come, the last one, and nothing found."""
        one = Example(
            about="N-58 · Planning and review · Children in Care · November 2026",
            text="A worker made a memory map with a young person, who led their review with it.",
        )
        first = cls(
            ref=Ref("library", "1-memory"),
            version=1,
            name="Good Practice Library",
            asked="memory",
            total=4,
            examples_found=(one, replace(one, about="N-51 · Fostering · May 2026"), one),
            pages=2,
            more=Ref("library", "2-memory"),
        )
        last = replace(
            first, examples_found=(one,), page=2, more=None, less=Ref("library", "1-memory")
        )
        none = replace(first, total=0, examples_found=(), pages=1, more=None, asked="juggling")
        near = replace(first, asked="memmory", nearly=True)
        return (first, last, none, replace(none, asked=""), near)
