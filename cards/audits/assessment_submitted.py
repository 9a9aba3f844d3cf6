"""The receipt for an auditor: what was sent when, and what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar, Self

from cards.audits.parts import AreaGrade, grade_table
from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    escape,
    facts,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    steps,
    subtitle,
    title,
)
from domain.calendar.wording import say_moment
from domain.refs import Ref

REASON_SHOWN = 1500


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSubmitted:
    """What was submitted; ``overall`` and the grades as they are read.

    ``areas`` is empty where only findings were taken. ``withdraw_until`` is said where it is known.
    """

    kind: ClassVar[str] = "assessment_submitted"

    ref: Ref
    version: int
    case: str
    programme: str
    submitted_at: datetime
    areas: tuple[AreaGrade, ...] = ()
    overall: str | None = None
    reason: str = ""
    next_steps: tuple[str, ...] = ()
    may_withdraw: bool = False
    withdraw_until: datetime | None = None
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Your audit of {self.case} is submitted"

    def render(self) -> Json:
        """The receipt."""
        body = [
            band(f"{self.programme} · {self.case}", "Submitted"),
            title(f"Your audit of {self.case} is in"),
            sentence(self._sentence()),
            facts(("Overall", self.overall or "")),
            grade_table(self.areas) if self.areas else None,
            self._reason() if self.reason else None,
            *([subtitle("What happens next"), steps(self.next_steps)] if self.next_steps else []),
            *rows(
                [
                    button("Open", "open_audit", self, primary=True),
                    button("Withdraw", "withdraw_assessment", self) if self.may_withdraw else None,
                ]
            ),
        ]
        fallback = f"Your audit of {self.case} is submitted. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        sent = f"You submitted it at {say_moment(self.submitted_at)}."
        if not self.may_withdraw:
            return escape(sent)
        until = f" until {say_moment(self.withdraw_until)}" if self.withdraw_until else ""
        return escape(f"{sent} You can withdraw it{until} and change it.")

    def _reason(self) -> Element:
        return quote("What your overall grade rests on", shorten(self.reason, REASON_SHOWN))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """With and without grades, may be withdrawn or not."""
        named = (("Help and protection", "Good"), ("Recording", "Requires improvement"))
        whole = cls(
            ref=Ref("assessment", "3107"),
            version=23,
            case="C-24113",
            programme="Deep dive audit",
            submitted_at=datetime(2026, 11, 17, 15, 12, tzinfo=UTC),
            areas=tuple(
                AreaGrade(number=n, name=name, grade=grade)
                for n, (name, grade) in enumerate(named, 1)
            ),
            overall="Good",
            reason="The young person's plan changed with their own words.",
            next_steps=(
                "A moderator reads it in this month's moderation.",
                "The worker sees the findings, strengths first.",
            ),
        )
        until = datetime(2026, 11, 18, 15, 12, tzinfo=UTC)
        return (
            whole,
            replace(whole, may_withdraw=True, withdraw_until=until),
            replace(whole, may_withdraw=True),
            replace(whole, areas=(), overall=None, reason="", next_steps=()),
            replace(whole, notice="This had been submitted already. Nothing was sent twice."),
        )
