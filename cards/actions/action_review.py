"""The Audit Action Review: a team manager writes down how far each action is (SEF-12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element, TextBlock
from cards.kit import (
    band,
    button,
    card,
    escape,
    fitting,
    noticed,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

MOST = 6
LIMIT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One action with its last word; ``number`` makes the input's name."""

    number: int
    label: str
    what: str
    owner: str
    due: date
    latest: date | None = None
    last: str = ""
    typed: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReview:
    """``lines`` are the first that are open; ``more`` how many come after these are saved."""

    kind: ClassVar[str] = "action_review"

    ref: Ref
    version: int
    heading: str
    team: str
    lines: tuple[ReviewLine, ...]
    more: int = 0
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Action review: {say_count(len(self.lines) + self.more, 'action')}"

    def render(self) -> Json:
        """A field for each action."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        number = len(self.lines) + self.more
        body = [
            band(self.heading, say_count(number, "action")),
            title("How far is each action?"),
            sentence(self._sentence()),
            *(element for line in self.lines for element in self._line(line, limit)),
            small(f"{self.more} more come when these are saved.") if self.more else None,
            *(rows([button("Save", "save_tracker_form", self, primary=True)]) if number else []),
        ]
        fallback = f"{self.summary}. Type tracker."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if not self.lines:
            return "Nothing is open."
        return f"{escape(self.team) or 'Your people'}. What is left empty stays as it is."

    def _line(self, line: ReviewLine, limit: int) -> list[Element]:
        head = TextBlock(
            text=escape(f"{line.label} {shorten(line.what, min(limit, 200), 'type actions')}"),
            wrap=True,
            weight="Bolder",
            spacing="Large",
            separator=True,
        )
        last = f", latest {say_day(line.latest)}" if line.latest else ""
        under = small(f"{line.owner}, due {say_day(line.due)}{last}", "None")
        before = [small(f"Last: {shorten(line.last, limit, 'type actions')}")] if line.last else []
        name = f"progress_{line.number}"
        label = f"Progress on {line.label}"
        return [head, under, *before, text_field(name, label, limit=LIMIT, value=line.typed)]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Two actions, many with long words, none."""
        line = ReviewLine(
            number=312,
            label="A-312",
            what="Bring the chronology up to date",
            owner="Will Heath",
            due=date(2026, 4, 3),
            latest=date(2026, 4, 10),
        )
        one = cls(
            ref=Ref("person", "theo"),
            version=1,
            heading="Action review by the team manager",
            team="Children in Care South",
            lines=(line, replace(line, number=313, label="A-313", last="Half of it.")),
        )
        long = tuple(
            replace(line, number=n, what="Hold a meeting. " * 30, last="Half. " * 80, latest=None)
            for n in range(MOST)
        )
        return (one, replace(one, lines=long, more=9), replace(one, lines=(), notice="Saved."))
