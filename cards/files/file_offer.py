"""A file is offered: Teams' own question first, and what became of it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import band, button, card, escape, noticed, rows, sentence, title
from domain.refs import Ref

QUESTION = "application/vnd.microsoft.teams.card.file.consent"


class Step(StrEnum):
    """Where the offer stands; the value is the state word of the band."""

    ASKED = "Asked"
    TAKEN = "On its way"
    LANDED = "Done"
    DECLINED = "Declined"
    FAILED = "Not there"
    WITHHELD = "Not made"
    ENDED = "Ended"


SENTENCES = {
    Step.ASKED: "Teams asks whether it may go into your OneDrive. This chat cannot show that "
    "question, so please open me in Teams.",
    Step.TAKEN: "I am putting it into your OneDrive.",
    Step.LANDED: "It is in your OneDrive, and it follows below in this chat.",
    Step.DECLINED: "You said no, so no file was made.",
    Step.FAILED: "I could not put it into your OneDrive, so no file is there. Nothing is lost.",
    Step.WITHHELD: "You may not read any more what would be in it, so no file was made.",
    Step.ENDED: "You were asked more than a day ago, so no file was made.",
}
FILE = "File"
SORTS = {"xlsx": "Workbook", "ics": "Calendar file"}
OVER = frozenset({Step.LANDED, Step.DECLINED, Step.FAILED, Step.ENDED})


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FileOffer:
    """``name`` is the file's, ``says`` tells what is in it; ``size`` in bytes is a guess."""

    kind: ClassVar[str] = "file_offer"

    ref: Ref
    version: int
    name: str
    step: Step
    says: str = ""
    size: int = 0
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "May I put a file into your OneDrive?"

    def enclosure(self) -> Json | None:
        """Teams' question while it is open: its two buttons come back with the offer's number."""
        if self.step is not Step.ASKED:
            return None
        content = {
            "description": self.says,
            "sizeInBytes": self.size,
            "acceptContext": {"id": str(self.ref)},
            "declineContext": {"id": str(self.ref)},
        }
        return {"contentType": QUESTION, "name": self.name, "content": content}

    def render(self) -> Json:
        """What became of it, and how to be asked again."""
        stem, _, ending = self.name.partition(".")  # whole, Teams would take it for an address
        body = [
            band(SORTS.get(ending, FILE), self.step.value),
            title(stem),
            sentence(escape(self.says)) if self.says else None,
            sentence(SENTENCES[self.step]),
            *self._buttons(),
        ]
        fallback = f"A file for you: {self.step.value.lower()}. Type help for what you can ask for."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _buttons(self) -> list[Element]:
        if self.step not in OVER:
            return []
        words = "Get it as it is now" if self.step is Step.LANDED else "Ask me again"
        return rows([button(words, "offer_again", self)])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Asked, and every end of it."""
        asked = cls(
            ref=Ref("file", "12"),
            version=1,
            name="actions-2026-11-21.xlsx",
            step=Step.ASKED,
            says="16 actions of your tracker, and the counts by team.",
            size=7440,
        )
        later = [step for step in Step if step is not Step.ASKED]
        return (asked, *(replace(asked, version=2, says="", step=step) for step in later))
