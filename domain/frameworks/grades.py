"""The grades that an audit may give."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from domain.frameworks.parts import Entry, Key, Part, Text


class Grade(Part):
    """One step of the scale; ``rank`` 1 is the best.

    ``title`` stands in choices, ``label`` in tables and sentences, ``short`` in column heads.
    """

    key: Key
    title: Text
    label: Text
    short: Text
    meaning: Text
    rank: Annotated[int, Field(ge=1)]


class GradeScale(Entry):
    """The scale, best first; switched off where the council gives none (E-06)."""

    scale: tuple[Grade, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the grades, best first."""
        return tuple(grade.key for grade in self.scale)

    def grade(self, key: str) -> Grade | None:
        """The grade of that key; None where the scale has none."""
        return next((grade for grade in self.scale if grade.key == key), None)

    def steps_between(self, one: str, other: str) -> int:
        """How many steps two grades of the scale lie apart; raises KeyError on others."""
        ranks = {grade.key: grade.rank for grade in self.scale}
        return abs(ranks[one] - ranks[other])
