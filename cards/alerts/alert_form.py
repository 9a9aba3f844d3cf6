"""Write an alert: a talk first, what was seen, what it means for the child (LEI-18, SEF-49)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    list_field,
    noticed,
    rows,
    sentence,
    short_field,
    small,
    text_field,
    title,
)
from domain.alerts.alert import Tone
from domain.refs import Ref

LIMIT = 1500
TONES = ((Tone.CONCERN.value, "A concern"), (Tone.PRAISE.value, "Good practice"))


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AlertForm:
    """``rules`` are (key, title), ``levels`` names in order; ``values`` what stands in the inputs.

    ``praises`` where the council's alerts are for praise too, ``partner`` where it is entered for
    an agency, ``of_record`` where it is about a record. ``danger`` says what to do about
    a child in danger now. ``dropped`` once it was given up.
    """

    kind: ClassVar[str] = "alert_form"

    ref: Ref
    version: int
    name: str
    rules: tuple[tuple[str, str], ...]
    levels: tuple[str, ...]
    themes: tuple[str, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    praises: bool = False
    partner: bool = False
    of_record: bool = True
    danger: str = "Type unsafe instead."
    dropped: bool = False
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Not sent yet: what you want to raise"

    def render(self) -> Json:
        """The form, or a line that it was given up."""
        fallback = "Not sent yet. Type concern, a colon and your words, then send."
        body = self._given_up() if self.dropped else self._form()
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _given_up(self) -> list[Element | None]:
        return [
            band(self.name, "Given up"),
            title("Given up: nobody was told"),
            sentence("Type alert to begin anew."),
        ]

    def _form(self) -> list[Element | None]:
        return [
            band(self.name, "Not sent yet"),
            title("What would you like to raise?"),
            sentence("A talk is often better than something formal, so it comes first."),
            small(f"A child in danger now? {self.danger}"),
            self._one_of("rule", "What kind is it?", self.rules),
            self._one_of("tone", "Concern or praise?", TONES) if self.praises else None,
            self._one_of("level", "How?", [(str(n), one) for n, one in enumerate(self.levels)]),
            self._short("record", "The record's reference", "C-23087") if self.of_record else None,
            self._text("agency", "Which agency, by its name", "") if self.partner else None,
            list_field(
                "theme", "What is it about?", ((t, t) for t in self.themes), value=self._is("theme")
            ),
            self._text("concern", "What you saw", "Facts with dates. Roles, not names."),
            self._text("effect", "What it means for the child", "The child comes first here.")
            if self.of_record
            else None,
            *rows(
                [button("Send", "send_alert", self, primary=True)],
                [
                    button("Keep for now", "keep_alert", self),
                    button("Give it up", "drop_alert", self),
                ],
            ),
        ]

    def _one_of(self, key: str, label: str, choices: Sequence[tuple[str, str]]) -> Element | None:
        if len(choices) < 2:
            return None
        return choice_field(key, label, choices, value=self._is(key) or choices[0][0])

    def _short(self, key: str, label: str, hint: str) -> Element:
        return short_field(key, label, limit=64, value=self._is(key), hint=hint)

    def _text(self, key: str, label: str, hint: str) -> Element:
        return text_field(key, label, limit=LIMIT, value=self._is(key), hint=hint)

    def _is(self, key: str) -> str:
        return self.values.get(key, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, written, for praise too, for an agency, a question, given up."""
        empty = cls(
            ref=Ref("alert_draft", "12"),
            version=1,
            name="Practice alert",
            rules=(("practice_alert", "Practice alert"),),
            levels=("Discussion", "Formal alert"),
            themes=("Planning", "Visits and contact", "Something else"),
        )
        values = {"record": "C-24113", "theme": "Planning", "concern": "No plan since May. " * 20}
        both = (*empty.rules, ("partner", "Escalation by a partner agency"))
        return (
            empty,
            replace(empty, values=values, notice="Please say what it means.", field="effect"),
            replace(empty, praises=True, values={"tone": "praise"}),
            replace(empty, partner=True, rules=both, levels=("Escalation",)),
            replace(empty, of_record=False, levels=("Question",)),
            replace(empty, dropped=True),
        )
