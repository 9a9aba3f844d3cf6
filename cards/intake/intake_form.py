"""Note what came in: reference, day, theme, outcome; there is no field for a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    date_field,
    list_field,
    noticed,
    rows,
    sentence,
    short_field,
    text_field,
    title,
)
from domain.intake.intake import LESSON_LIMIT, REFERENCE_LIMIT
from domain.refs import Ref

Choices = tuple[str, ...]


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeForm:
    """``values`` is what stands in the inputs; ``lesson`` is the label of the text, or empty.

    ``asked_again`` once words were asked about: then it can be noted as it is. ``noted`` where it
    counts already, ``dropped`` once it was given up.
    """

    kind: ClassVar[str] = "intake_form"

    ref: Ref
    version: int
    name: str
    kinds: Choices
    themes: Choices
    today: date
    routes: Choices = ()
    outcomes: Choices = ()
    lesson: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    asked_again: bool = False
    noted: bool = False
    dropped: bool = False
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Not noted yet: {self.name}"

    def render(self) -> Json:
        """The form, or a line that it was given up."""
        body = self._given_up() if self.dropped else self._form()
        fallback = f"{self.name}: type reference, a colon and the number, then note it."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _given_up(self) -> list[Element | None]:
        return [
            band(self.name, "Given up"),
            title("Given up: nothing of it is kept"),
            sentence("Type intake to begin anew."),
        ]

    def _form(self) -> list[Element | None]:
        state = "Noted" if self.noted else "Not noted yet"
        verb = "note_intake_anyway" if self.asked_again else "note_intake"
        words = "Note it as it is" if self.asked_again else "Note it"
        give_up = None if self.noted else button("Give it up", "drop_intake", self)
        reference = short_field(
            "reference",
            "Reference in your own system",
            limit=REFERENCE_LIMIT,
            value=self._is("reference"),
            hint="A number, such as CP-2026-118",
        )
        return [
            band(self.name, state),
            title("What came in?"),
            sentence("Nobody's name belongs in here: the reference leads to the rest."),
            self._one_of("kind", "What is it?", self.kinds) if len(self.kinds) > 1 else None,
            reference,
            date_field(
                "received_on", "The day it came", value=self._is("received_on"), latest=self.today
            ),
            self._one_of("route", "Which way did it go?", self.routes),
            self._one_of("theme", "What is it about?", self.themes),
            self._one_of("outcome", "What came of it? (leave it open if not known)", self.outcomes),
            text_field("lesson", self.lesson, limit=LESSON_LIMIT, value=self._is("lesson"))
            if self.lesson
            else None,
            *rows(
                [button(words, verb, self, primary=True)],
                [button("Keep for now", "keep_intake", self), give_up],
            ),
        ]

    def _one_of(self, key: str, label: str, offered: Choices) -> Element | None:
        if not offered:
            return None
        return list_field(key, label, ((one, one) for one in offered), value=self._is(key))

    def _is(self, key: str) -> str:
        return self.values.get(key, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, filled in, asked again, without any text, given up."""
        empty = cls(
            ref=Ref("intake", "12"),
            version=1,
            name="Comments, compliments and complaints",
            kinds=("Comment", "Compliment", "Complaint"),
            themes=("Delay", "Communication"),
            today=date(2026, 12, 1),
            outcomes=("Upheld", "Not upheld"),
            lesson="What does it teach us?",
        )
        values = {
            "kind": "Complaint",
            "reference": "CP-2026-118",
            "received_on": "2026-11-30",
            "theme": "Delay",
            "lesson": "We call before we are late.",
        }
        filled = replace(empty, values=values, routes=("First stage",))
        return (
            empty,
            filled,
            replace(filled, asked_again=True, notice="May that tell who?", field="lesson"),
            replace(empty, kinds=("Contact",), lesson="", noted=True),
            replace(empty, dropped=True),
        )
