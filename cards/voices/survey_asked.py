"""A colleague is asked for their own view: a questionnaire, a survey (SEF-43, SOM-29)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, bullets, button, card, noticed, rows, sentence, title
from domain.calendar.wording import say_day
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAsked:
    """``questions`` as they will stand on the form; ``done`` once the reader has answered."""

    kind: ClassVar[str] = "survey_asked"

    ref: Ref
    version: int
    what: str
    questions: tuple[str, ...]
    until: date | None = None
    done: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Your view is asked for: {self.what}"

    def render(self) -> Json:
        """What is asked, and the way to the form."""
        by = f" It runs until {say_day(self.until)}." if self.until else ""
        asks = f"Nobody has to answer, and your name is not shown beside what you say.{by}"
        body = [
            band("Your view", "Answered" if self.done else "To answer"),
            title(self.what),
            sentence("Thank you, your answer is kept." if self.done else asks),
            None if self.done else bullets(self.questions),
            *rows([] if self.done else [button("Answer", "answer_survey", self, primary=True)]),
        ]
        return card(
            fallback=f"{self.what}. Type feedback to answer.", body=noticed(body, self.notice)
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Asked with and without a last day; answered."""
        asked = cls(
            ref=Ref("survey", "new_auditor_questionnaire.20261201"),
            version=1,
            what="Questionnaire for new auditors",
            questions=("How was your first audit?", "What would have helped?"),
        )
        return asked, replace(asked, until=date(2026, 12, 31)), replace(asked, done=True)
