"""Sign off what somebody wrote, or return it (HER-12, COL-03, E-41)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Element
from cards.follow_up.parts import Answered, answers
from cards.kit import (
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    text_field,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref

LIMIT = 2000
STATES = {
    "sent": "Your sign-off",
    "missing": "Nothing written yet",
    "passed": "Signed off",
    "returned": "Returned",
}


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpSignOff:
    """``ref`` is that of the sign-off. ``missing`` is a recommendation without evidence.

    ``decided`` says who decided when, and ``reason`` why; ``back_on`` is when what was returned
    comes again.
    """

    kind: ClassVar[str] = "follow_up_sign_off"

    ref: Ref
    version: int
    programme: str
    case: str
    heading: str
    reason: str
    writer: str
    state: Literal["sent", "missing", "passed", "returned"] = "sent"
    answered: tuple[Answered, ...] = ()
    said: str = ""
    decided: str = ""
    why: str = ""
    back_on: date | None = None
    typed_reason: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.heading}: your sign-off is asked for"[:80]

    def render(self) -> Json:
        """What was written, and the two ways on."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", STATES[self.state]),
            title(self.heading),
            sentence(self._sentence()),
            facts(("Because", self.reason)),
            quote("It is about", shorten(self.said, limit)) if self.said else None,
            *answers(self.answered, limit),
            quote(self.decided, shorten(self.why, limit)) if self.decided and self.why else None,
            *self._buttons(),
        ]
        fallback = f"{self.case}: your sign-off is asked for. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if self.state == "sent":
            return f"{escape(self.writer)} has written this. Please sign it off, or return it."
        if self.state == "missing":
            return f"{escape(self.writer)} has been asked and has not written anything yet."
        back = f" It comes again on {say_day(self.back_on)}." if self.back_on else ""
        return f"{escape(self.decided)}.{back}"

    def _buttons(self) -> list[Element]:
        if self.state not in {"sent", "missing"}:
            return []
        field = text_field(
            "reason",
            "What is still missing?",
            limit=LIMIT,
            value=self.typed_reason,
            required="Please say what is still missing.",
        )
        back = opens("Return", field, *rows([button("Return it", "return_follow_up", self)]))
        if self.state == "missing":
            return rows([back])
        return rows([button("Sign off", "sign_off_follow_up", self, primary=True), back])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To decide, nothing written, passed, returned."""
        said = Answered(
            ask="How far is each action?",
            words="All three are done.",
            by="Tess Marlow",
            on=date(2025, 10, 30),
        )
        sent = cls(
            ref=Ref("sign_off", "13"),
            version=3,
            programme="Case file audit",
            case="C-23087",
            heading="Review of C-23087",
            reason="The final grade is Inadequate",
            writer="Tess Marlow",
            answered=(said,),
        )
        advice = "Hold supervision at least every four weeks."
        returned = "Helen Marsh returned it on Monday 3 November"
        return (
            sent,
            replace(sent, state="missing", answered=(), said=advice, reason="Recommendation"),
            replace(sent, state="passed", decided="Helen Marsh signed it off on 3 November"),
            replace(
                sent,
                state="returned",
                decided=returned,
                why="No dates.",
                back_on=date(2026, 6, 1),
            ),
            replace(sent, notice="Please say what is still missing. Nothing was kept."),
        )
