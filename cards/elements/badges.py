"""Small signs: a state in a pill, a bar that fills."""

from __future__ import annotations

from typing import ClassVar, Literal

from cards.elements.newer import Newer
from cards.elements.text import Side


class Badge(Newer):
    """A state word in a pill. No style of it means good or bad: the word says what is."""

    element_type: ClassVar[str] = "Badge"
    text: str
    size: Literal["Medium", "Large", "ExtraLarge"] | None = None
    shape: Literal["Square", "Rounded", "Circular"] | None = None
    appearance: Literal["Filled", "Tint"] | None = None
    style: Literal["Default", "Subtle", "Informative", "Attention"] | None = None
    tooltip: str | None = None
    horizontal_alignment: Side | None = None

    def to_be_said(self) -> tuple[str, ...]:
        """The word itself."""
        return (str(self._data["text"]),)


class ProgressBar(Newer):
    """How much of ``max`` is done; the fallback says both numbers."""

    element_type: ClassVar[str] = "ProgressBar"
    value: int
    max: int
    color: Literal["Accent", "Attention"] | None = None

    def check(self) -> None:
        """Refuse also a bar that is over-full, or full of nothing."""
        if not 0 <= self._data["value"] <= self._data["max"] or not self._data["max"]:
            raise ValueError(f"{self._data['value']} of {self._data['max']} is no progress")
        super().check()

    def to_be_said(self) -> tuple[str, ...]:
        """``3 of 8``."""
        return (f"{self._data['value']} of {self._data['max']}",)
