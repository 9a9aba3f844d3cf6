"""What several cards about actions share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards.elements import Element
from cards.kit import more, quote, shorten
from domain.calendar.wording import say_day

MOST_NOTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One note: who said what when, in words such as "returned it"."""

    who: str
    did: str
    on: date
    words: str = ""

    @property
    def head(self) -> str:
        """``Tess Marlow returned it, Tuesday 1 December``."""
        return f"{self.who} {self.did}, {say_day(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One tick of a sign-off: its input, what it is called, and what ticking it says."""

    key: str
    name: str
    says: str


def history(said: Sequence[Said], limit: int) -> list[Element]:
    """Everything that was said, newest last, in a panel that opens."""
    if not said:
        return []
    shown = said[-MOST_NOTES:]
    items = [quote(one.head, shorten(one.words, limit)) for one in shown]
    return more("said", f"What was said ({len(said)})", items)


def late(due: date, today: date) -> str:
    """``, **3 days late**``; empty in time."""
    days = (today - due).days
    if days <= 0:
        return ""
    return f", **{days} day{'' if days == 1 else 's'} late**"
