"""A standing reminder: a question to think about, with a tick where the council wants one."""

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
    facts,
    many_field,
    noticed,
    quote,
    rows,
    sentence,
    small,
    text_field,
    title,
)
from domain.refs import Ref

WORDS_LIMIT = 600


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class StandingNudge:
    """``tick`` is the button's words, empty where nothing is kept; ``ticks`` are (value, title).

    ``again`` where it comes back until it is ticked; ``words`` are what was noted with the tick.
    """

    kind: ClassVar[str] = "standing_nudge"

    ref: Ref
    version: int
    name: str
    sentence: str
    record: str = ""
    link: str = ""
    tick: str = ""
    ticks: tuple[tuple[str, str], ...] = ()
    asks: str = ""
    again: bool = False
    done: bool = False
    words: str = ""
    typed: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"A reminder: {self.name}"

    def render(self) -> Json:
        """The question, then the tick or that it was ticked."""
        body = [
            band("Reminder", "Noted" if self.done else "For you"),
            title(self.name),
            sentence(escape(self.sentence)),
            facts(("Record", self.record), ("Where", self.link)),
            *(self._noted() if self.done else self._to_tick()),
        ]
        fallback = f"{self.name}: {self.sentence}"
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _noted(self) -> list[Element]:
        said = [quote("You noted", self.words)] if self.words else []
        return [*said, small("Noted. Nothing more is asked of you.")]

    def _to_tick(self) -> list[Element]:
        if not self.tick:
            return [small("Nothing to press, and nothing is kept.")]
        found: list[Element] = []
        if self.ticks:
            found.append(many_field("ticks", "What did you look at?", self.ticks))
        if self.asks:
            found.append(text_field("words", self.asks, limit=WORDS_LIMIT, value=self.typed))
        if self.again:
            found.append(small("It comes again every month until you press this."))
        return [*found, *rows([button(self.tick, "tick_standing", self, primary=True)])]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Nothing to press, a tick with an answer, a list to tick, of a record, ticked."""
        plain = cls(
            ref=Ref("standing", "12"),
            version=1,
            name="Figures in team meetings",
            sentence="Which figure deserves praise this time?",
        )
        asked = replace(plain, tick="I have looked", asks="What will you do about them?")
        stages = (("1", "Contact"), ("2", "Referral"))
        return (
            plain,
            replace(asked, link="Dashboard", typed="Two visits."),
            replace(asked, ticks=stages, notice="Please tick what you saw.", field="ticks"),
            replace(plain, record="C-24113", tick="Talked about", again=True),
            replace(asked, done=True, version=2, words="Two visits are late."),
        )
