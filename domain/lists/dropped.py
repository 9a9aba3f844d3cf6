"""A list that somebody dropped into their chat, kept until they apply it or forget it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.lists.table import Table

KEPT_FOR = timedelta(days=1)


class ListKind(StrEnum):
    """What the rows of a list are."""

    PEOPLE = "people"
    CASES = "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDroppedList:
    """The bytes as they came, whose they are and their SHA-256 in hex digits."""

    person_id: str
    kind: ListKind
    data: bytes
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedList(NewDroppedList):
    """The same with its number and the moment of the drop."""

    id: int
    at: datetime


class ReadTable(Protocol):
    """Reads a table out of a file's bytes; raises a Fault where there is none."""

    def __call__(self, data: bytes, filename: str, *, expected: Sequence[str]) -> Table:
        """The table whose headings are most like those expected."""
