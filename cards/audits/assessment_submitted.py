"""The receipt for an auditor: what was sent when, and what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Self

from cards.audits.parts import AreaGrade, grade_table
from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    INNER_WIDTH,
    Unsafe,
    band,
    button,
    card,
    escape,
    facts,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    small,
    steps,
    subtitle,
    text_field,
    title,
)
from cards.moderation.disagreeing import disagree_button, disagreed
from domain.calendar.wording import say_moment
from domain.refs import Ref

REASON_SHOWN = 1500


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSubmitted:
    """What was submitted; ``overall`` and the grades as they are read.

    ``areas`` is empty where only findings were taken. ``withdraw_until`` is said where it is known.
    ``is_final`` once the grades are; ``final`` is the overall grade then, where others decided it.
    ``disagree_until`` is the last day of "I disagree", ``disagreed_on`` when it was said (E-97).
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
    is_final: bool = False
    final: str = ""
    next_steps: tuple[str, ...] = ()
    may_withdraw: bool = False
    withdraw_until: datetime | None = None
    disagree_until: date | None = None
    disagreed_on: date | None = None
    notice: str | None = None
    may_add_action: bool = False
    may_recommend: bool = False
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Your audit of {self.case} is submitted"

    def render(self) -> Json:
        """The receipt."""
        body = [
            band(f"{self.programme} · {self.case}", "Final" if self.is_final else "Submitted"),
            title(f"Your audit of {self.case} is in"),
            sentence(self._sentence()),
            facts((self._overall_is, self.overall or ""), ("Final", self.final)),
            grade_table(self.areas) if self.areas else None,
            self._reason() if self.reason else None,
            *([subtitle("What happens next"), steps(self.next_steps)] if self.next_steps else []),
            *rows(
                [
                    button("Open", "open_audit", self, primary=True),
                    button("Withdraw", "withdraw_assessment", self) if self.may_withdraw else None,
                    button("Add an action", "add_seat_action", self)
                    if self.may_add_action
                    else None,
                ],
                [
                    disagree_button("dispute_grade", self, self.disagree_until)
                    if self.disagree_until
                    else None,
                    self._recommend() if self.may_recommend else None,
                ],
            ),
            small(disagreed(self.disagreed_on), "Medium") if self.disagreed_on else None,
        ]
        fallback = f"Your audit of {self.case} is submitted. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    @property
    def _overall_is(self) -> str:
        return "Yours" if self.final else "Overall"

    def _sentence(self) -> str:
        sent = f"You submitted it at {say_moment(self.submitted_at)}."
        if not self.may_withdraw:
            return escape(sent)
        until = f" until {say_moment(self.withdraw_until)}" if self.withdraw_until else ""
        return escape(f"{sent} You can withdraw it{until} and change it.")

    def _recommend(self) -> Action:
        """An observation of the worker's practice, also to capture what is good (SEF-35)."""
        why = text_field(
            "observe_why", "Why?", limit=REASON_SHOWN, hint="Good too", required="Please say why."
        )
        send = rows([button("Recommend it", "recommend_observation", self)], width=INNER_WIDTH)
        return opens("Recommend observation", why, *send)

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
            replace(whole, may_withdraw=True, may_add_action=True),
            replace(whole, may_recommend=True),
            replace(whole, is_final=True, final="Requires improvement to be good"),
            replace(whole, disagree_until=date(2026, 12, 5)),
            replace(whole, disagreed_on=date(2026, 12, 2)),
            replace(whole, areas=(), overall=None, reason="", next_steps=()),
            replace(whole, notice="This had been submitted already. Nothing was sent twice."),
        )
