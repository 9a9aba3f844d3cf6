"""Somebody must know of a grade: a head of service, a quality manager (HER-11, SEF-24)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    bullets,
    button,
    card,
    escape,
    facts,
    noticed,
    quote,
    rows,
    sentence,
    subtitle,
    text_field,
    title,
)
from domain.calendar.wording import say_date, say_day
from domain.refs import Ref

LIMIT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One of the audits behind an alert; ``grade`` as it is read."""

    case: str
    grade: str
    final_on: date


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpAlert:
    """What happened, because of which audits, and what follows.

    ``reason`` is the rule's title in the council's file. ``asks_comment`` where the reader may
    still write one; ``comment`` and ``by`` once somebody has. ``ahead`` are the days of what
    follows ("Review by 31 October").
    """

    kind: ClassVar[str] = "follow_up_alert"

    ref: Ref
    version: int
    programme: str
    case: str
    reason: str
    audits: tuple[AuditLine, ...]
    practitioner: str = ""
    team: str = ""
    ahead: tuple[str, ...] = ()
    asks_comment: bool = False
    due: date | None = None
    comment: str = ""
    by: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.programme}: something you should know"[:80]

    def render(self) -> Json:
        """The alert, with the box for a comment or with the comment."""
        body = [
            band(f"{self.programme} · {self.case}", self._state()),
            title("Please take note"),
            sentence(f"{escape(self.reason)}. {self._asked()}".strip()),
            facts(("Practitioner", self.practitioner), ("Team", self.team)),
            subtitle("The audits behind it"),
            bullets(f"{a.case}: {a.grade}, final on {say_date(a.final_on)}" for a in self.audits),
            *([subtitle("What follows"), bullets(self.ahead)] if self.ahead else []),
            quote(f"{self.by} wrote", self.comment) if self.comment else None,
            *self._box(),
        ]
        fallback = f"{self.programme}: there is something you should know. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice, "comment"))

    def _state(self) -> str:
        if self.comment:
            return "Commented"
        return "Your comment" if self.asks_comment else "For you to know"

    def _asked(self) -> str:
        if not self.asks_comment:
            return ""
        by = f" by **{say_day(self.due)}**" if self.due else ""
        return f"Please write your comment{by}; you are reminded until it is there."

    def _box(self) -> list[Element]:
        if not self.asks_comment:
            return []
        box = text_field("comment", "Your comment", limit=LIMIT, hint="What you see, what you do")
        return [box, *rows([button("Send comment", "comment_on_alert", self, primary=True)])]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To be commented on, commented, a trend, and a box that lacks its words."""
        asked = cls(
            ref=Ref("follow_up", "12"),
            version=2,
            programme="Case file audit",
            case="C-23087",
            reason="The final grade is Inadequate",
            audits=(AuditLine(case="C-23087", grade="Inadequate", final_on=date(2025, 9, 19)),),
            team="Safeguarding North",
            ahead=("Review by 31 October", "Re-audit on 19 December"),
            asks_comment=True,
            due=date(2025, 9, 22),
        )
        trend = replace(
            asked,
            reason="Two or more Inadequate in a row",
            practitioner="Jonah Reed",
            audits=(
                AuditLine(case="C-23087", grade="Inadequate", final_on=date(2025, 6, 12)),
                AuditLine(case="C-23101", grade="Inadequate", final_on=date(2025, 9, 19)),
            ),
            ahead=(),
            asks_comment=False,
            due=None,
        )
        done = replace(
            asked, asks_comment=False, comment="I meet the team on Monday.", by="Helen Marsh"
        )
        lacking = replace(asked, notice="Please write what you think of it. Nothing was kept.")
        return (asked, done, trend, lacking)
