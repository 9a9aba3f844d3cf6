"""Whom nothing reaches, why, who stands in, and how each is put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    band,
    button,
    card,
    lines,
    noticed,
    rows,
    sentence,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.people.reach import OutOfReachWhy
from domain.refs import Ref

MOST_LINES = 8

HEADS: Mapping[OutOfReachWhy, str] = MappingProxyType(
    {
        OutOfReachWhy.LEFT: "Left, and still hold something",
        OutOfReachWhy.BLOCKED: "Blocked the bot",
        OutOfReachWhy.UNINSTALLED: "Took the app away",
        OutOfReachWhy.NOT_INSTALLED: "Do not have the app yet",
        OutOfReachWhy.NO_SIGN_IN: "Without an account in the staff list",
    }
)
WAYS: Mapping[OutOfReachWhy, str] = MappingProxyType(
    {
        OutOfReachWhy.LEFT: "What they hold goes to their manager. Type who has left to give "
        "it to another.",
        OutOfReachWhy.BLOCKED: "Ask them to unblock the bot in Teams, or your administrator "
        "whether a policy blocks it.",
        OutOfReachWhy.UNINSTALLED: "Ask them to add the app again, and to write hello to it.",
        OutOfReachWhy.NOT_INSTALLED: "Ask them to add the app and write hello, or your "
        "administrator to install it for everybody.",
        OutOfReachWhy.NO_SIGN_IN: "Put their account into the staff list: aad_object_id.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LostLine:
    """One person; ``to`` has their reminders meanwhile."""

    name: str
    why: OutOfReachWhy
    team: str = ""
    open_duties: int = 0
    to: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Reachability:
    """``lost`` comes the busiest first; ``staff`` counts everybody who works here."""

    kind: ClassVar[str] = "reachability"

    ref: Ref
    version: int
    today: date
    staff: int
    lost: tuple[LostLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line; counts only."""
        return f"I cannot reach {say_count(len(self.lost), 'person', 'people')}"

    def render(self) -> Json:
        """By reason, each with its way to be put right."""
        body = [
            band("Who can be reached", say_day(self.today)),
            title(self._title()),
            sentence(self._sentence()),
            *(part for why in HEADS for part in self._group(why)),
            *rows([button("Look again", "open_reachability", self, primary=bool(self.lost))]),
        ]
        fallback = "Who can be reached. Type who can be reached."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _title(self) -> str:
        if not self.lost:
            return "Everybody can be reached"
        return f"{say_count(len(self.lost), 'person', 'people')} of {self.staff} not reached"

    def _sentence(self) -> str:
        if not self.lost:
            return "Whatever I send arrives with everybody in the staff list."
        return "What is theirs goes to their cover or manager until I can reach them again."

    def _group(self, why: OutOfReachWhy) -> list[Element]:
        found = [one for one in self.lost if one.why is why]
        if not found:
            return []
        rest = len(found) - MOST_LINES
        more = [small(f"{rest} more.")] if rest > 0 else []
        shown = lines(_line(one) for one in found[:MOST_LINES])
        return [subtitle(HEADS[why]), small(WAYS[why]), *shown, *more]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Nobody, one of each, many."""
        ada = LostLine(
            name="Ada Okafor",
            why=OutOfReachWhy.UNINSTALLED,
            team="North",
            open_duties=3,
            to="Helen Brandt",
        )
        each = tuple(replace(ada, name=f"Ada {why.value}", why=why) for why in OutOfReachWhy)
        many = tuple(
            replace(ada, name=f"Person {n}", why=OutOfReachWhy.NOT_INSTALLED) for n in range(30)
        )
        fine = cls(ref=Ref("reachability", "all"), version=1, today=date(2026, 12, 14), staff=120)
        return fine, replace(fine, lost=(ada,)), replace(fine, lost=each), replace(fine, lost=many)


def _line(one: LostLine) -> Line:
    goes = f"to {one.to}" if one.to and one.open_duties else ""
    detail = ", ".join(part for part in (one.team, goes) if part)
    return Line(
        text=one.name,
        detail=detail,
        right=f"{one.open_duties} open" if one.open_duties else "",
        strong=bool(one.open_duties),
    )
