"""The worker is asked for feedback: a record closed, or a conference was held (HER-32)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    choice_field,
    escape,
    noticed,
    rows,
    sentence,
    title,
)
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackPrompt:
    """``why`` is the event in the council's words; ``done`` once somebody was heard since."""

    kind: ClassVar[str] = "feedback_prompt"

    ref: Ref
    version: int
    case: str
    survey: str
    why: str = ""
    speakers: tuple[tuple[str, str], ...] = ()
    done: bool = False
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: feedback to ask for"

    def render(self) -> Json:
        """Who speaks, and the way to the form."""
        asked = f"Please ask the child and the family of {escape(self.case)}."
        said = "Thank you, somebody was heard or a reason is noted." if self.done else asked
        body = [
            band(f"Feedback · {self.case}", "Done" if self.done else "To ask"),
            title(f"Feedback for {self.case}"),
            sentence(f"{escape(self.survey)}. {escape(self.why)}. {said}"),
            *(
                []
                if self.done
                else [
                    choice_field("speaker", "Who speaks?", self.speakers),
                    *rows([button("Write it down", "answer_prompt", self, primary=True)]),
                ]
            ),
        ]
        fallback = f"{self.case}: please ask for feedback. Type feedback {self.case}."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Asked, lacking something, done."""
        asked = cls(
            ref=Ref("prompt", "survey.C-23087"),
            version=1,
            case="C-23087",
            survey="Survey of children and families",
            why="The record closed",
            speakers=(("child", "Child"), ("parent", "Parent")),
        )
        return (asked, replace(asked, notice="Please choose who."), replace(asked, done=True))
