"""Our fault: said plainly, with a reference that the logs have too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, button, card, escape, fitting, noticed, rows, sentence, title
from cards.people.typed import Typed, typed_back
from domain.calendar.wording import say_time
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class WentWrong:
    """What did not happen ("That did not save."); ``ref`` is the reader, ``code`` in the logs."""

    kind: ClassVar[str] = "went_wrong"

    ref: Ref
    version: int
    code: str
    what: str = "That did not save."
    draft_saved_at: datetime | None = None
    typed: tuple[Typed, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a press."""
        return None

    def render(self) -> Json:
        """What did not happen, what is safe, the way on."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        safe = ""
        if self.draft_saved_at:
            safe = f"Your draft from {say_time(self.draft_saved_at)} is safe. "
        way_on = f"{safe}Please try again, or type help. Reference {self.code}."
        body = [
            band("Practice Loop", "Not done"),
            title(self.what.rstrip(".")),
            sentence(escape(way_on)),
            *typed_back(self.typed, limit),
            *rows(
                [
                    button("My work", "open_work", self, primary=True),
                    button("Help", "open_help", self),
                ]
            ),
        ]
        return card(fallback=f"{self.what} {way_on}", body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """With a draft, without, with what was typed."""
        plain = cls(ref=Ref("person", "ada"), version=1, code="K7QF")
        saved = replace(plain, draft_saved_at=datetime(2026, 11, 16, 14, 2, tzinfo=UTC))
        typed = (Typed(label="Evidence", text="Visit of 3 September added."),)
        return (
            saved,
            plain,
            replace(plain, typed=typed),
            replace(plain, what="That did not open.", notice="We have been told."),
        )
