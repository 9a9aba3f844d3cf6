"""A survey for whoever runs it, in a round or after an audit (HER-38, SEF-58, SOM-29, SOM-35)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action
from cards.kit import band, button, card, escape, facts, noticed, rows, sentence, title
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRound:
    """``heard`` are the pieces kept by now; ``asked`` are staff who answer it themselves.

    ``after`` is what an audit looked at, where it comes after one: it is sent once, and done.
    """

    kind: ClassVar[str] = "feedback_round"

    ref: Ref
    version: int
    what: str
    first_day: date
    due: date
    note: str = ""
    link: str = ""
    heard: int = 0
    asked: int = 0
    after: str = ""
    closed: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.what}: due by {say_day(self.due)}"

    def render(self) -> Json:
        """The numbers, and what to do next."""
        state = "Ended" if self.closed else f"By {say_day(self.due)}"
        body = [
            band("Feedback", state),
            title(self.what),
            sentence(self._sentence()),
            facts(
                ("After", self.after),
                ("Since", say_day(self.first_day)),
                ("Kept by now", say_count(self.heard, "answer")),
                ("Who answers", say_count(self.asked, "colleague") if self.asked else ""),
                ("Questionnaire", self.link),
            ),
            *rows([] if self.closed else self._buttons()),
        ]
        fallback = f"{self.what}: {self.heard} kept. Type feedback to write one down."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if self.closed:
            return "This is done. Answers still count when they come."
        if self.after and not self.asked:
            return "Nobody of them stands in the staff list. Type feedback to ask others by name."
        return escape(self.note) or "It is time to ask for this feedback."

    def _buttons(self) -> list[Action]:
        send = button("Send the questions", "send_round", self, primary=True)
        ends = "Ask nobody" if self.after else "End the round"
        return [*([send] if self.asked else []), button(ends, "close_round", self)]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One that staff answer, one run outside, one after an audit, two that have ended."""
        mine = cls(
            ref=Ref("round", "supervision_survey.20260401"),
            version=1,
            what="What staff say of their supervision",
            first_day=date(2026, 4, 1),
            due=date(2026, 4, 30),
            heard=3,
            asked=12,
        )
        outside = replace(mine, asked=0, note="Run with the health check.", link="Form 12")
        panel = replace(
            mine,
            ref=Ref("round", "diagnostic_panel.20260401.17"),
            what="The panel's view of the diagnostic",
            after="Team Safeguarding North",
            heard=0,
            asked=5,
        )
        sent = replace(panel, closed=True, notice="5 colleagues asked.")
        return mine, outside, panel, replace(mine, closed=True, notice="Ended."), sent
