"""A file that stands in somebody's OneDrive, to open out of the chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.files.file_offer import FILE, SORTS
from cards.kit import band, card, sentence, title
from domain.refs import Ref

INFO = "application/vnd.microsoft.teams.card.file.info"


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FileReady:
    """``url`` and ``unique_id`` are what Teams said of the place; only the file's card has them."""

    kind: ClassVar[str] = "file_ready"

    ref: Ref
    version: int
    name: str
    url: str = field(repr=False)
    unique_id: str = field(repr=False)

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Your file is in your OneDrive"

    def enclosure(self) -> Json | None:
        """Teams' own card of the file."""
        content = {"uniqueId": self.unique_id, "fileType": self.name.rpartition(".")[2]}
        return {"contentType": INFO, "contentUrl": self.url, "name": self.name, "content": content}

    def render(self) -> Json:
        """That it is there."""
        stem, _, ending = self.name.partition(".")
        body = [
            band(SORTS.get(ending, FILE), "Done"),
            title(stem),
            sentence("It is in your OneDrive."),
        ]
        return card(fallback="Your file is in your OneDrive.", body=body)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A workbook, a calendar file."""
        book = cls(
            ref=Ref("file", "12"),
            version=3,
            name="actions-2026-11-21.xlsx",
            url="https://council.example/actions-2026-11-21.xlsx",
            unique_id="1150d938",
        )
        return (book, replace(book, name="duties-2026-11-21.ics"))
