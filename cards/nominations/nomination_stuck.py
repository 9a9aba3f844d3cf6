"""Nobody can verify a nomination: whoever runs cycles sees to it (SOM-19, E-18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, card, escape, noticed, sentence, title
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class NominationStuck:
    """``roles`` verify it: "a consultant social worker". Neither name nor words stand here."""

    kind: ClassVar[str] = "nomination_stuck"

    ref: Ref
    version: int
    number: str
    roles: str
    found: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.number}: nobody can verify it"

    def render(self) -> Json:
        """What it waits for, and that it needs no press."""
        waits = (
            f"It needs {escape(self.roles)} who is here and stands apart from nominator and "
            "nominee. Once the staff list has one, it goes to them by itself."
        )
        body = [
            band(f"Good practice · {self.number}", "Found" if self.found else "Waiting"),
            title("Nobody can verify this one"),
            sentence("Somebody has it now. You need do no more." if self.found else waits),
        ]
        return card(
            fallback=f"{self.number}: nobody can verify it.", body=noticed(body, self.notice)
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Waiting, and found since."""
        waiting = cls(
            ref=Ref("nomination", "58"),
            version=1,
            number="N-58",
            roles="a consultant social worker",
        )
        return waiting, replace(waiting, found=True)
