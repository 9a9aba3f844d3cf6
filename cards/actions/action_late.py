"""An action past its last day, for whoever signs it off, the service and QA (SEF-13, E-59)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLate:
    """``latest`` was the last day that the council allows; ``closed_on`` when it was done after."""

    kind: ClassVar[str] = "action_late"

    ref: Ref
    version: int
    named: str
    what: str
    owner: str
    team: str
    due: date
    latest: date
    days_allowed: int
    days_over: int
    signer: str = ""
    claimed: bool = False
    progress: str = ""
    closed_on: date | None = None
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Action {self.named.split(' ', 1)[0]} is past day {self.days_allowed}"

    def render(self) -> Json:
        """Whose it is, how far it is, and the way to it."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"Action {self.named}", "Closed late" if self.closed_on else "Breach"),
            title(f"Past day {self.days_allowed}"),
            sentence(self._sentence()),
            facts(
                ("Owner", self.owner),
                ("Team", self.team),
                ("Own day", say_day(self.due)),
                ("Sign-off", self.signer),
            ),
            quote("What is to be done", shorten(self.what, limit)),
            quote("How far it is", shorten(self.progress, limit)) if self.progress else None,
            *rows([button("Open it", "open_action", self, primary=not self.closed_on)]),
        ]
        return card(fallback=f"{self.summary}. Type actions.", body=noticed(body, self.notice))

    def _sentence(self) -> str:
        last = say_day(self.latest)
        if self.closed_on:
            return f"The last day was {last}. It was signed off on {say_day(self.closed_on)}."
        stands = "waits for its sign-off" if self.claimed else "is not done"
        days = "a day" if self.days_over == 1 else f"{self.days_over} days"
        who = escape(self.owner)
        return f"The last day was **{last}**, {days} ago. {who}'s action {stands}."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Not done, waiting for a sign-off, closed since."""
        one = cls(
            ref=Ref("action", "312"),
            version=3,
            named="A-312 · C-24113",
            what="Bring the chronology up to date",
            owner="Will Heath",
            team="Children in Care South",
            due=date(2026, 4, 3),
            latest=date(2026, 4, 10),
            days_allowed=31,
            days_over=3,
            signer="Theo Brook",
            progress="Half of it is done.",
        )
        return (
            one,
            replace(one, claimed=True, days_over=1, progress="X " * 500, what="Y " * 250),
            replace(one, closed_on=date(2026, 4, 14)),
        )
