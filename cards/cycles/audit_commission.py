"""An audit out of the cycle: which record, which kind, and why (SEF-29, LEI-13, SOM-71)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    band,
    bullets,
    button,
    card,
    choice_field,
    noticed,
    rows,
    sentence,
    short_field,
    text_field,
    title,
)
from domain.refs import Ref

REASON_LIMIT = 300


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCommission:
    """``programmes`` are (key, title) of what the reader may commission.

    ``waiting`` are sentences on what has waited longest for its turn (SOM-24).
    """

    kind: ClassVar[str] = "audit_commission"

    ref: Ref
    version: int
    programmes: tuple[tuple[str, str], ...]
    typed: Mapping[str, str] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Ask for an audit out of the cycle"

    def render(self) -> Json:
        """The inputs; the reason stays with the audit."""
        only = self.programmes[0][0] if len(self.programmes) == 1 else None
        body = [
            band("Audits", "Out of the cycle"),
            title("Ask for an audit now"),
            sentence("I find somebody independent and ask them today. Put commas between several."),
            bullets(self.waiting) if self.waiting else None,
            choice_field(
                "programme",
                "Kind of audit",
                self.programmes,
                value=self._typed("programme") or only,
            ),
            short_field(
                "records",
                "Records, teams or settings",
                limit=400,
                value=self._typed("records"),
                hint="C-23087",
            ),
            text_field("reason", "Why now?", limit=REASON_LIMIT, value=self._typed("reason")),
            *rows([button("Open it", "commission_audit", self, primary=True)]),
        ]
        fallback = "Ask for an audit out of the cycle. Type help."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _typed(self, name: str) -> str:
        return self.typed.get(name, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, one kind only, with a fault."""
        empty = cls(
            ref=Ref("person", "p-7"),
            version=1,
            programmes=(("deep_dive_audit", "Deep dive audit"), ("dip_sample", "Dip sample")),
        )
        return (
            empty,
            replace(empty, programmes=empty.programmes[:1]),
            replace(empty, waiting=("Team diagnostic: North (none yet), South (May 2025)",)),
            replace(
                empty,
                typed={"programme": "dip_sample", "records": "C-9999", "reason": "Drift"},
                notice="I know no record C-9999, so nothing was opened.",
                field="records",
            ),
        )
