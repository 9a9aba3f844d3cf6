"""An audit was cancelled: told to everybody who knew of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, card, noticed, quote, sentence, title
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCancelled:
    """``reason`` is what whoever cancelled it wrote."""

    kind: ClassVar[str] = "audit_cancelled"

    ref: Ref
    version: int
    case: str
    programme: str
    reason: str
    by: str
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Cancelled: {self.programme.lower()} of {self.case}"

    def render(self) -> Json:
        """Nothing is left to do."""
        body = [
            band(f"{self.programme} · {self.case}", "Cancelled"),
            title(f"{self.case} will not be audited"),
            sentence("You need do no more. What was written so far is kept."),
            quote(self.by, self.reason),
        ]
        fallback = f"The {self.programme.lower()} of {self.case} was cancelled."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One with a short reason, one with a long one."""
        one = cls(
            ref=Ref("audit", "31"),
            version=4,
            case="C-23087",
            programme="Case file audit",
            reason="The record moved to another authority.",
            by="Cora Lindley",
        )
        return one, replace(one, reason="It was drawn twice by mistake. " * 12)
