"""The worker asks the family whether they may be contacted, and says what came of it (HER-05)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    noticed,
    opens,
    rows,
    sentence,
    small,
    text_field,
    title,
)
from cards.talks.parts import WORDS_LENGTH, day_field, value_of
from domain.calendar.wording import say_day
from domain.refs import Ref
from domain.talks.family import CONSENT_TITLES

CHOICES = tuple((str(key), words) for key, words in CONSENT_TITLES.items())


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyConsent:
    """``whom`` are those to ask, by the framework; ``auditor`` waits for the answer.

    ``answer`` is the title of what was said, ``final`` where nothing more is waited for;
    ``reminder`` counts the reminders that were sent.
    """

    kind: ClassVar[str] = "family_consent"

    ref: Ref
    version: int
    case: str
    programme: str
    auditor: str
    today: date
    whom: tuple[str, ...] = ()
    answer: str = ""
    asked: str = ""
    answered_on: date | None = None
    final: bool = False
    reminder: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        again = "Reminder: please" if self.reminder and not self.final else "Please"
        return f"{again} ask the family of {self.case}"

    def render(self) -> Json:
        """The question, and the four answers."""
        on = say_day(self.answered_on) if self.answered_on else ""
        said = facts(("Answer", self.answer), ("Asked", self.asked), ("On", on))
        form = self._form()
        body = [
            band(f"{self.programme} · {self.case}", self._state()),
            title(f"Ask the family of {self.case}"),
            sentence(self._sentence()),
            said if self.answer else None,
            *([small(f"Please ask: {', '.join(self.whom)}.")] if self.whom else []),
            *(rows([opens("Change the answer", *form)]) if self.final else form),
        ]
        fallback = f"{self.case}: may the auditor contact the family? Type agreed:, refused:, "
        fallback += "no reply: or not appropriate: and who you asked."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _state(self) -> str:
        if self.final:
            return "Answered"
        return f"Reminder {self.reminder}" if self.reminder else "Please ask"

    def _sentence(self) -> str:
        who = escape(self.auditor)
        if self.final:
            return f"Thank you: {who} knows. If it changes, say so here."
        return (
            f"{who} would like to hear the family's views. Please ask them first: nobody rings "
            "before you have said here what they answered."
        )

    def _form(self) -> list[Element]:
        on = value_of(self.values, "answered_on", (self.answered_on or self.today).isoformat())
        return [
            choice_field("agreed", "What did they say?", CHOICES, value=self.values.get("agreed")),
            text_field(
                "asked",
                "Who did you ask? No names, please",
                limit=WORDS_LENGTH,
                value=value_of(self.values, "asked", self.asked),
                hint="For example: both parents, by phone",
            ),
            day_field("answered_on", "When", on, self.today),
            *rows([button("Send the answer", "answer_consent", self, primary=not self.final)]),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """New, chased, no reply, given, a fault."""
        new = cls(
            ref=Ref("consent", "5"),
            version=1,
            case="C-23087",
            programme="Case file audit",
            auditor="Ivo Hart",
            today=date(2026, 10, 2),
            whom=("The child or young person", "Each parent or carer"),
        )
        said = replace(new, version=2, asked="Both parents, by phone", answered_on=new.today)
        return (
            new,
            replace(new, reminder=1, whom=()),
            replace(said, answer="No reply so far", reminder=1),
            replace(said, answer="They agree", final=True),
            replace(new, values={"asked": "Both parents"}, notice="Please choose an answer."),
        )
