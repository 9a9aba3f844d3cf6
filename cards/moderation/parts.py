"""What several cards of moderation show: grades side by side, everybody's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cards.elements import Column, ColumnSet, Element, TextBlock
from cards.kit import escape, small
from cards.kit.blocks import paragraphs

MOST_BESIDE = 3
NO_GRADE = "No grade"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """An area (0 for the overall grade) and everybody's grade of it: (whose, as it is read)."""

    number: int
    name: str
    grades: tuple[tuple[str, str], ...]

    @property
    def heading(self) -> str:
        """``2 · Assessments`` or ``Overall``."""
        return f"{self.number} · {self.name}" if self.number else self.name

    @property
    def in_words(self) -> str:
        """``Lead: Good, Peer: Requires improvement``."""
        return ", ".join(f"{whose}: {grade}" for whose, grade in self.grades)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one auditor wrote on one area, letter by letter."""

    whose: str
    evidence: str = ""
    strengths: str = ""
    develop: str = ""


def side_by_side(row: SideBySide) -> list[Element]:
    """Three columns of a small label over a bold grade; more of them in a further row."""
    parts = [row.grades[n : n + MOST_BESIDE] for n in range(0, len(row.grades), MOST_BESIDE)]
    return [
        ColumnSet(
            columns=[Column(width="stretch", items=_grade(*pair)) for pair in part],
            spacing="Small",
        )
        for part in parts
    ]


def _grade(whose: str, grade: str) -> list[Element]:
    label = TextBlock(text=escape(whose), wrap=True, size="Small", is_subtle=True)
    bold = TextBlock(text=escape(grade), wrap=True, weight="Bolder", spacing="None")
    return [label, bold]


def their_words(words: Sequence[Words], cut: int) -> list[Element]:
    """Everybody's evidence, strengths and areas to develop, under a line that says whose."""
    shown: list[Element] = []
    for one in words:
        texts = (
            ("Evidence", one.evidence),
            ("Strengths", one.strengths),
            ("To develop", one.develop),
        )
        blocks = [b for lead, text in texts for b in paragraphs(_cut(text, cut), lead=lead)]
        if blocks:
            shown += [small(one.whose), *blocks]
    return shown


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
