"""References: how cards, duties and the trail name what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from domain.faults import Fault


class BadRefFault(Fault):
    """That button does not say what it is about. Please open the card again from my work."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A subject, written ``seat-12``: its kind, then the key that finds its row.

    The key may hold dashes itself (``case-C-23087``, ``area-3107-3``).
    """

    kind: str
    key: str

    def __str__(self) -> str:
        return f"{self.kind}-{self.key}"

    @property
    def number(self) -> int:
        """The key as a row number; raises BadRefFault where it is none."""
        # int() alone would also take full-width digits, blanks and underscores
        if not (self.key.isascii() and self.key.isdecimal() and len(self.key) < 16):
            raise BadRefFault
        return int(self.key)

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read a reference from a card; raises BadRefFault on anything else."""
        if not isinstance(text, str) or len(text) > 80:
            raise BadRefFault
        kind, dash, key = text.partition("-")
        if not (dash and kind.isidentifier() and key and key.isprintable()):
            raise BadRefFault
        return cls(kind, key)
