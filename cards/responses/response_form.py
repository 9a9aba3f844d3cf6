"""Raise what cannot wait: what it is, which record, what was seen, who was spoken to (SEF-07)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    escape,
    noticed,
    rows,
    sentence,
    short_field,
    small,
    text_field,
    title,
)
from cards.responses.parts import LIMIT
from domain.refs import Ref

State = Literal["writing", "sent", "dropped"]


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseForm:
    """``options`` are (rule, title) of what may be raised; ``values`` what stands in the inputs.

    ``sentence`` is the council's reminder; ``product`` where the button is no rule of the
    council's, so that no time limit is claimed (E-13).
    """

    kind: ClassVar[str] = "response_form"

    ref: Ref
    version: int
    options: tuple[tuple[str, str], ...]
    values: Mapping[str, str] = field(default_factory=dict)
    sentence: str = ""
    product: bool = False
    state: State = "writing"
    number: str = ""
    told: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Not sent yet: say what you saw"

    def render(self) -> Json:
        """The form; once it was sent or given up, a line that says so."""
        fallback = "Raise it: type what it is, facts and your words, then send."
        body = self._form() if self.state == "writing" else self._done()
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _form(self) -> list[Element | None]:
        return [
            band("Child may be unsafe", "Not sent yet"),
            title("What have you seen?"),
            sentence("**In danger now? Follow the safeguarding procedure and call 999.**"),
            small(self.sentence) if self.sentence else None,
            small(self._own()) if self.product else None,
            choice_field("trigger", "What is it?", self.options, value=self._value("trigger")),
            short_field(
                "record",
                "The record's reference",
                limit=64,
                value=self.values.get("record", ""),
                hint="C-23087",
            ),
            text_field(
                "facts",
                "What you saw, and where",
                limit=LIMIT,
                value=self.values.get("facts", ""),
                hint="Facts with dates. Roles, not names.",
            ),
            text_field(
                "spoken_to",
                "Who you have spoken to, and when",
                limit=LIMIT,
                value=self.values.get("spoken_to", ""),
                hint="The team manager, at 15:05",
            ),
            *rows(
                [button("Send it now", "send_response", self, primary=True)],
                [
                    button("Keep for now", "keep_response", self),
                    button("Give it up", "drop_response", self),
                ],
            ),
        ]

    def _own(self) -> str:
        return "This button is the product's own. It sets no time limit of the council's."

    def _done(self) -> list[Element | None]:
        if self.state == "dropped":
            return [
                band("Child may be unsafe", "Given up"),
                title("Given up: nobody was told"),
                sentence("Type raise to begin anew."),
            ]
        return [
            band("Child may be unsafe", "Sent"),
            title(f"Sent as {self.number}"),
            sentence(f"On its way to {escape(self.told)}. Its own card shows how it stands."),
            small(self.sentence) if self.sentence else None,
        ]

    def _value(self, key: str) -> str | None:
        return self.values.get(key) or None

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, filled in, the product's own, lacking something, sent, given up."""
        empty = cls(
            ref=Ref("draft", "41"),
            version=1,
            options=(
                ("immediate_responses.safeguarding", "A worry about a child's safety"),
                ("immediate_responses.supervision_gap", "No supervision for six months"),
            ),
            sentence="Follow your safeguarding procedure as well.",
        )
        values = {
            "trigger": "immediate_responses.safeguarding",
            "record": "C-24113",
            "facts": "The visit record of 12 November notes a bruise.",
            "spoken_to": "The team manager, at 15:05",
        }
        return (
            empty,
            replace(empty, values=values, version=3),
            replace(empty, options=(("safety_button", "Child may be unsafe"),), product=True),
            replace(empty, notice="Please write what you saw.", field="facts"),
            replace(empty, state="sent", number="IR-41", told="the service manager"),
            replace(empty, state="dropped"),
        )
