"""The way to say "I disagree", on the cards that show a grade."""

from __future__ import annotations

from datetime import date

from cards.elements import Action
from cards.kit import Subject, button, opens, rows, small, text_field
from domain.calendar.wording import say_day

REASON_LENGTH = 2000


def disagree_button(verb: str, of: Subject, until: date) -> Action:
    """A small form with a reason that must be given, and the last day."""
    return opens(
        "I disagree",
        small(f"You can until {say_day(until)}. A panel then reads your words and decides."),
        text_field(
            "disagree",
            "Why do you disagree with the overall grade?",
            limit=REASON_LENGTH,
            required="Please say why.",
        ),
        *rows([button("Send to the panel", verb, of)]),
    )


def disagreed(on: date) -> str:
    """What stands where somebody has disagreed."""
    return f"You disagreed on {say_day(on)}. The panel has your words."
