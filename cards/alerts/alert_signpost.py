"""The way to somebody else's form; no detail is asked for or kept (SOM-63)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, button, card, facts, noticed, rows, sentence, small, title
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSignpost:
    """``form`` is what to fill in, ``to`` who gets it, ``link`` where it is."""

    kind: ClassVar[str] = "alert_signpost"

    ref: Ref
    version: int
    name: str
    form: str
    to: str
    link: str
    sent: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """Where to go, and a button that says that the form is on its way."""
        body = [
            band("Allegation", "Form sent" if self.sent else "Not kept here"),
            title("This goes on another form"),
            sentence("Please write nothing of it here. **In danger now? Call 999.**"),
            facts(("Form", self.form), ("Goes to", self.to), ("Where", self.link)),
            small("Nothing is looked into here. Only that the form was sent is noted."),
            *(
                []
                if self.sent
                else rows([button("I have sent the form", "note_form_sent", self, primary=True)])
            ),
        ]
        fallback = "This goes on another form. Please write nothing of it here."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """New, sent."""
        new = cls(
            ref=Ref("person", "wes"),
            version=1,
            name="An allegation",
            form="Allegations Reporting Form",
            to="LADO",
            link="link not set",
        )
        return new, replace(new, sent=True, notice="Noted: the form was sent.")
