"""What several cards of an audit show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cards.elements import Element, Table, TableCell, TableColumn, TableRow, TextBlock
from cards.kit import Unsafe, escape, first_word
from domain.calendar.wording import say_count, say_moment, say_time
from domain.calendar.working_days import local_day
from domain.refs import Ref

NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeChoice:
    """A grade of the framework's scale: what is sent, what is read, what it means."""

    value: str
    title: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How the record was drawn: out of how many, by which seed, by whom."""

    name: str
    pool: int
    seed: int
    by: str = ""

    @property
    def said(self) -> str:
        """The line of the card."""
        by = f" by {self.by}" if self.by else ""
        records = say_count(self.pool, "open record")
        return f"Drawn at random from {records}{by} (draw {self.name}, seed {self.seed})."


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatHolder:
    """Who holds a seat: ``lead auditor``, Ada Okafor, Team Manager."""

    label: str
    name: str
    role: str = ""

    @property
    def first_name(self) -> str:
        """The name to be spoken of by."""
        return first_word(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaGrade:
    """An area and the grade it was given, as it is read; None where it has none."""

    number: int
    name: str
    grade: str | None


def area_name(number: int, name: str) -> str:
    """``3 · Assessment``; with a full stop the client would make a list of it."""
    return f"{number} · {name}"


def two_columns(heads: tuple[str, str], rows: Iterable[tuple[Element, Element]]) -> Element:
    """A table of areas and grades."""
    head = TableRow(style="emphasis", cells=[_cell(_head(text)) for text in heads])
    body = [TableRow(cells=[_cell(left), _cell(right)]) for left, right in rows]
    return Table(
        spacing="Medium",
        vertical_cell_content_alignment="Center",
        columns=[TableColumn(width=5), TableColumn(width=4)],
        rows=[head, *body],
    )


def grade_table(areas: Sequence[AreaGrade], empty: str = "No grade") -> Element:
    """Areas and their grades, to be read only."""
    return two_columns(
        ("Area", "Grade"),
        ((words(area_name(a.number, a.name)), words(a.grade or empty)) for a in areas),
    )


def words(text: str) -> Element:
    """The words of a cell."""
    return TextBlock(text=escape(text), wrap=True)


def _head(text: str) -> Element:
    return TextBlock(text=escape(text), wrap=True, weight="Bolder", size="Small")


def _cell(element: Element) -> TableCell:
    return TableCell(items=[element])


def saved(at: datetime | None, today: date | None) -> str:
    """`` Draft saved at 14:02.``, with the day where that is not today; empty for None."""
    if at is None:
        return ""
    same_day = today is None or local_day(at) == today
    return f" Draft saved at {say_time(at) if same_day else say_moment(at)}."


EXAMPLE_SCALE = (
    GradeChoice(
        value="outstanding",
        title="Outstanding",
        meaning="Strong throughout, and it clearly changed things for the child.",
    ),
    GradeChoice(
        value="good", title="Good", meaning="Sound. Gaps are small and did not affect the child."
    ),
    GradeChoice(
        value="requires_improvement",
        title="Requires improvement to be good",
        meaning="Not yet good, but no child left at risk by it.",
    ),
    GradeChoice(
        value="inadequate",
        title="Inadequate",
        meaning="Serious or widespread failings, or a child left at risk.",
    ),
)
"""A scale for the examples of cards."""

EXAMPLE_UNSAFE = Unsafe(label="Child may be unsafe", ref=Ref("concern", "area-3107-3@14"))
"""The way to an immediate response, for the examples of cards."""
