"""The watchdog's word: an alert stands still, so somebody has to telephone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, card, escape, facts, fit_title, noticed, sentence, small, title
from domain.calendar.wording import say_list
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseLate:
    """``step_due`` is when a step was due that nobody took; ``without`` whose card is not there.

    ``on_it`` are all who must answer.
    """

    kind: ClassVar[str] = "response_late"

    ref: Ref
    version: int
    number: str
    case: str
    on_it: tuple[str, ...]
    step_due: str = ""
    without: tuple[str, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Urgent: {self.number} stands still, please telephone"

    def render(self) -> Json:
        """What did not happen, and whom to telephone."""
        body = [
            band(" · ".join(filter(None, (self.number, self.case))), "Stands still", urgent=True),
            title(fit_title(f"Please telephone about {self.number}", "Please telephone")),
            sentence(self._sentence()),
            facts(
                ("Must answer", say_list(list(self.on_it))),
                ("Has no card yet", say_list(list(self.without))),
            ),
            small("Tell whoever runs this service as well: something in it is not working."),
        ]
        fallback = f"Urgent: {self.number} stands still. Please telephone those who must answer."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if not self.on_it:
            return "I cannot read it, so I cannot go on with it. Ask those who raised it, now."
        whom = escape(say_list(list(self.without or self.on_it)))
        call = f"Do not wait for it: telephone **{whom}** now."
        if self.step_due:
            return f"I should have gone on with it at {escape(self.step_due)}, and have not. {call}"
        return f"Teams has not taken a card about it for more than a minute. {call}"

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A step that was not taken, cards that Teams does not take, nobody known."""
        late = cls(
            ref=Ref("response_late", "41"),
            version=1,
            number="IR-41",
            case="C-24113",
            on_it=("Sam Field", "Hal Grove"),
            step_due="15:27",
        )
        return (
            late,
            replace(late, step_due="", without=("Sam Field",)),
            replace(late, number="response 41", case="", on_it=(), step_due=""),
        )
