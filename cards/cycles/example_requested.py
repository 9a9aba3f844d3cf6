"""Good practice wanted: somebody is asked to name a record worth auditing (SEF-30)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    escape,
    noticed,
    quote,
    rows,
    sentence,
    short_field,
    text_field,
    title,
)
from domain.refs import Ref

WHY_LIMIT = 500
WORDS = {"asked": "For you", "named": "Named", "none": "None named", "audited": "Being audited"}


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleRequested:
    """For whoever is asked, and for those who run audits once it is named (``may_audit``)."""

    kind: ClassVar[str] = "example_requested"

    ref: Ref
    version: int
    programme: str
    asked_by: str
    state: Literal["asked", "named", "none", "audited"] = "asked"
    asked_of: str = ""
    case: str = ""
    why: str = ""
    may_audit: bool = False
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        if self.state == "asked":
            return "Which work should others learn from?"
        return "An example to learn from: answered"

    def render(self) -> Json:
        """The inputs while it is open, then what was named."""
        body = [
            band(f"{self.programme} · good practice", WORDS[self.state]),
            title("Which work should others learn from?" if self.state == "asked" else self._named),
            sentence(self._sentence()),
            *(self._inputs() if self.state == "asked" else []),
            quote(f"Why {self.case}", self.why) if self.why else None,
            *(self._audit() if self.may_audit and self.state == "named" else []),
        ]
        fallback = f"{self.summary}. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    @property
    def _named(self) -> str:
        return f"{self.case} was named" if self.case else "No record was named"

    def _sentence(self) -> str:
        if self.state == "asked":
            by = escape(self.asked_by)
            return f"{by} asks you for one record with practice worth showing to others."
        if self.state == "none":
            return "Thank you for looking. You will be asked again another time."
        if self.state == "audited":
            return "It is being audited now, like any other record."
        return f"{escape(self.asked_of)} named it. Those who run audits decide whether it is taken."

    def _inputs(self) -> list[Element]:
        return [
            short_field("record", "The record's reference", limit=64, hint="C-23087"),
            text_field("why", "What is good about it?", limit=WHY_LIMIT),
            *rows(
                [
                    button("Name it", "name_example", self, primary=True),
                    button("None just now", "name_no_example", self),
                ]
            ),
        ]

    def _audit(self) -> list[Element]:
        return rows([button("Audit it", "audit_example", self, primary=True)])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Asked, named as its manager sees it, named as the QA team sees it, none, audited."""
        asked = cls(
            ref=Ref("example", "4"),
            version=1,
            programme="Deep dive audit",
            asked_by="Cora Lindley",
            asked_of="Sam Field",
        )
        named = replace(asked, state="named", version=2, case="C-23087", why="The life-story work")
        return (
            asked,
            replace(asked, notice="I know no record C-9, so nothing was kept.", field="record"),
            named,
            replace(named, may_audit=True),
            replace(asked, state="none", version=2),
            replace(named, state="audited", version=3),
        )
