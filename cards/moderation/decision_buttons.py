"""Whom a member of a panel may bring in before deciding: the auditors, a colleague, a reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cards.elements import Action, Element
from cards.kit import (
    Subject,
    button,
    choice_field,
    escape,
    fit_title,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    small,
    text_field,
)
from domain.calendar.wording import say_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Talking:
    """The talk with the auditors (HER-09). ``when`` is a sentence once it is booked or held.

    ``notes`` are (prompt, words) once it was held.
    """

    names: tuple[str, ...]
    when: str = ""
    notes: tuple[tuple[str, str], ...] = ()

    def said(self, limit: int) -> list[Element]:
        """When it is, or what was noted of it; nothing before it is asked for."""
        if not self.when:
            return []
        noted = [quote(prompt, shorten(words, limit)) for prompt, words in self.notes]
        return [sentence(escape(self.when)), *noted]

    def button(self, subject: Subject) -> Action:
        """``Talk with both``; once it is booked, the way to its card."""
        if self.when:
            return button("The talk", "ask_to_talk", subject)
        whole = f"Talk with {'both' if len(self.names) == 2 else say_list(self.names)}"
        return button(fit_title(whole, "Talk with them", length=24), "ask_to_talk", subject)


def ask_colleague(subject: Subject, colleagues: Sequence[tuple[str, str]]) -> Action | None:
    """Whom to ask for a view, and the question (SEF-21)."""
    if not colleagues:
        return None
    return opens(
        "Ask a colleague",
        choice_field("person", "Who knows more?", colleagues, filtered=True, required=True),
        text_field("question", "What would you like to know?", limit=500, required="Please ask."),
        *rows([button("Send the question", "ask_colleague", subject)]),
    )


def third_reader(subject: Subject, verb: str, said: str) -> Action:
    """A third reader by request; ``said`` is what that does."""
    return opens(
        "Third reader", small(said), *rows([button("Ask for a third reader", verb, subject)])
    )
