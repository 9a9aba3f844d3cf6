"""One thing that came in, as it stands, with what it teaches and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    INNER_WIDTH,
    band,
    bullets,
    button,
    card,
    date_field,
    facts,
    fitting,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    short_field,
    shorten,
    subtitle,
    text_field,
    title,
)
from domain.actions.action import WORDS_LIMIT
from domain.calendar.wording import say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeCard:
    """``actions`` are lines of what follows; ``may_change`` for those who note such things."""

    kind: ClassVar[str] = "intake"

    ref: Ref
    version: int
    number: str
    name: str
    what: str
    reference: str
    received_on: date
    theme: str
    route: str = ""
    outcome: str = ""
    lesson: str = ""
    actions: tuple[str, ...] = ()
    may_change: bool = False
    may_add: bool = False
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.number}: {'what we learn from it' if self.lesson else 'noted'}"

    def render(self) -> Json:
        """The facts, the lesson, the actions."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body: list[Element | None] = [
            band(f"{self.name} {self.number}", "Closed" if self.outcome else "Noted"),
            title(f"{self.what}: {self.theme}"),
            sentence("It names nobody. The reference leads to the rest."),
            facts(
                ("Reference", self.reference),
                ("Came", say_day(self.received_on)),
                ("Way", self.route),
                ("Outcome", self.outcome),
            ),
            quote("What it teaches us", shorten(self.lesson, limit)) if self.lesson else None,
            *([subtitle("What follows"), bullets(self.actions)] if self.actions else []),
            *self._buttons(),
        ]
        fallback = f"{self.number}: {self.what}, {self.theme}. Type intake count for all of them."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _buttons(self) -> list[Element]:
        if not self.may_change:
            return []
        change = button("Change it", "change_intake", self)
        return rows([change, self._adds() if self.may_add else None])

    def _adds(self) -> Action:
        what = text_field("what", "What is to be done?", limit=WORDS_LIMIT, required="Please say.")
        whose = short_field("name", "Whose is it?", limit=120, required="Please name somebody.")
        due = date_field("due", "By which day?")
        keep = rows([button("Keep the action", "add_intake_action", self)], width=INNER_WIDTH)
        return opens("Add an action", what, whose, due, *keep)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To read, to change and add to, without an outcome, with a long lesson."""
        read = cls(
            ref=Ref("intake", "12"),
            version=2,
            number="IN-12",
            name="Complaints",
            what="Complaint",
            reference="CP-2026-118",
            received_on=date(2026, 11, 30),
            theme="Delay",
            outcome="Upheld",
            lesson="We call before we are late.",
            actions=("A-7 Put the calling list on the duty desk (Tess Marlow, open)",),
        )
        own = replace(read, may_change=True, may_add=True)
        return (
            read,
            own,
            replace(own, outcome="", lesson="", actions=(), route="First stage"),
            replace(read, lesson="We call. " * 160, notice="Kept."),
        )
