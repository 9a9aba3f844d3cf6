"""The form of a deep dive: issue, scope, records, auditors, month (LEI-14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    list_field,
    many_field,
    noticed,
    rows,
    sentence,
    short_field,
    text_field,
    title,
)
from domain.refs import Ref

LIMIT = 600


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class DeepDiveForm:
    """``programmes`` and ``people`` are (key, title); ``months`` the first days to choose from."""

    kind: ClassVar[str] = "deep_dive_form"

    ref: Ref
    version: int
    programmes: tuple[tuple[str, str], ...]
    months: tuple[date, ...]
    people: tuple[tuple[str, str], ...]
    typed: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Commission a review"

    def render(self) -> Json:
        """The inputs; whoever is picked must be independent of the record."""
        only = self.programmes[0]
        body = [
            band("Audits", "To commission"),
            title(f"Commission a {only[1].lower()}" if len(self.programmes) == 1 else "Commission"),
            sentence(
                "I share the records out among those you pick. In that month they have no other "
                "audit, and what falls due in it moves to the end of the next month."
            ),
            choice_field("programme", "Kind", self.programmes, value=self._typed("programme"))
            if len(self.programmes) > 1
            else None,
            text_field("issue", "What is it to find out?", limit=LIMIT, value=self._typed("issue")),
            text_field("scope", "Scope (optional)", limit=LIMIT, value=self._typed("scope")),
            short_field(
                "records", "Records", limit=400, value=self._typed("records"), hint="C-23087"
            ),
            many_field("auditors", "Who?", self.people, value=self._typed("auditors")),
            list_field(
                "month",
                "Month",
                [(f"{first:%Y-%m}", f"{first:%B %Y}") for first in self.months],
                value=self._typed("month") or f"{self.months[0]:%Y-%m}",
            ),
            *rows([button("Commission it", "commission_deep_dive", self, primary=True)]),
        ]
        fallback = "Commission a review. Type commission deep dive."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _typed(self, name: str) -> str:
        return self.typed.get(name, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, two kinds, with a fault."""
        empty = cls(
            ref=Ref("person", "p-7"),
            version=1,
            programmes=(("deep_dive", "Deep dive review"),),
            months=(date(2026, 12, 1), date(2027, 1, 1)),
            people=(("ada", "Ada Okafor, Head of Service"), ("ivo", "Ivo Hart, PET")),
        )
        return (
            empty,
            replace(empty, programmes=(*empty.programmes, ("rapid_review", "Rapid review"))),
            replace(
                empty,
                typed={"issue": "Drift", "records": "C-23087", "auditors": "ada,ivo"},
                notice="There is no record for Ivo Hart, so nothing was opened.",
                field="auditors",
            ),
        )
