"""A new auditor's work came back with words, before it is final (SEF-44)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Target,
    Unsafe,
    band,
    button,
    card,
    escape,
    noticed,
    quote,
    rows,
    sentence,
    title,
)
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSentBack:
    """``seat`` and ``seat_version`` are for the way on; ``waiting`` while it is not in again."""

    kind: ClassVar[str] = "work_sent_back"

    ref: Ref
    version: int
    case: str
    programme: str
    helper: str
    words: str
    seat: Ref
    seat_version: int
    waiting: bool = True
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: your audit came back"

    def render(self) -> Json:
        """Who sent it back, their words, and the way on."""
        on = Target(self.seat, self.seat_version)
        body = [
            band(f"{self.programme} · {self.case}", "Sent back" if self.waiting else "In again"),
            title(f"{self.case}: please look again"),
            sentence(self._sentence()),
            quote(f"What {self.helper} wrote", self.words) if self.words else None,
            *(rows([button("Carry on", "start_audit", on, primary=True)]) if self.waiting else []),
        ]
        fallback = f"{self.case}: your audit came back. Type start to carry on."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _sentence(self) -> str:
        if self.waiting:
            return (
                f"{escape(self.helper)} has read it before it is final. Everything that you wrote "
                "is kept: add what is asked for and submit again."
            )
        return f"You have submitted it again. {escape(self.helper)} reads it once more."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Back, and in again."""
        back = cls(
            ref=Ref("pairing", "3"),
            version=3,
            case="C-24113",
            programme="Deep dive audit",
            helper="Jonah Peck",
            words="Say what the child said, in their own words.",
            seat=Ref("seat", "3107"),
            seat_version=5,
        )
        return back, replace(back, waiting=False, words=""), replace(back, notice="It is open.")
