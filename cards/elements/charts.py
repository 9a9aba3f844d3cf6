"""Charts: pictures of numbers that also stand in a table, with a fallback in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from cards.elements.base import Node
from cards.elements.newer import Newer

ChartColour = Literal[
    "neutral",
    "divergingBlue",
    "divergingLightBlue",
    "divergingCyan",
    "divergingTeal",
    "divergingYellow",
    "divergingPeach",
    "divergingLightRed",
    "divergingRed",
    "divergingMaroon",
    "divergingGray",
]
"""The colours that the house uses: none of them says good or bad by itself."""


class Chart(Newer):
    """What all charts have. ``title`` is read out even where ``show_title`` hides it."""

    title: str
    show_title: bool | None = None
    color_set: Literal["categorical", "sequential", "diverging"] | None = None

    def check(self) -> None:
        """Refuse a chart of nothing, and a fallback without a number."""
        super().check()
        if not self._data.get("data"):
            raise ValueError(f"{self.element_type} has nothing to show: leave it out")
        if not any(char.isdigit() for char in self.in_words):
            raise ValueError(f"{self.element_type}: {self.in_words!r} says none of its numbers")


class AxesChart(Chart):
    """A chart with two axes."""

    x_axis_title: str | None = None
    y_axis_title: str | None = None


class Bar(Node):
    """One bar: its name and how long it is."""

    x: str
    y: int | float
    color: ChartColour | None = None


class Slice(Node):
    """A part of a whole."""

    legend: str
    value: int | float
    color: ChartColour | None = None

    def check(self) -> None:
        """Refuse less than nothing."""
        if not self._data["value"] >= 0:
            raise ValueError(f"{self._data['legend']}: {self._data['value']} is no part of a whole")


class StackedBar(Node):
    """One bar made of parts."""

    title: str
    data: Sequence[Slice]


class Point(Node):
    """One point of a series."""

    x: str | int | float
    y: int | float


class Series(Node):
    """Points of one kind: a line, or a bar in each group."""

    legend: str
    values: Sequence[Point]
    color: ChartColour | None = None


class HorizontalBarChart(AxesChart):
    """Bars that lie: the chart for names longer than a word."""

    element_type: ClassVar[str] = "Chart.HorizontalBar"
    data: Sequence[Bar]
    color: ChartColour | None = None
    display_mode: Literal["AbsoluteWithAxis", "AbsoluteNoAxis", "PartToWhole"] | None = None


class StackedBarChart(AxesChart):
    """Bars that lie, each made of the same parts; long names of parts hide the legend."""

    element_type: ClassVar[str] = "Chart.HorizontalBar.Stacked"
    data: Sequence[StackedBar]


class VerticalBarChart(AxesChart):
    """Bars that stand."""

    element_type: ClassVar[str] = "Chart.VerticalBar"
    data: Sequence[Bar]
    color: ChartColour | None = None
    show_bar_values: bool | None = None


class GroupedBarChart(AxesChart):
    """Bars that stand in groups: one series beside the other at every place."""

    element_type: ClassVar[str] = "Chart.VerticalBar.Grouped"
    data: Sequence[Series]
    stacked: bool | None = None
    show_bar_values: bool | None = None

    def check(self) -> None:
        """Refuse series that are not about the same places."""
        super().check()
        places = {tuple(point.x for point in series.values) for series in self._data["data"]}
        if len(places) > 1:
            raise ValueError(f"{self.element_type}: its series are about different places")


class LineChart(AxesChart):
    """Lines over time."""

    element_type: ClassVar[str] = "Chart.Line"
    data: Sequence[Series]
    color: ChartColour | None = None


class DonutChart(Chart):
    """Parts of one whole; ``value`` stands in the middle."""

    element_type: ClassVar[str] = "Chart.Donut"
    data: Sequence[Slice]
    value: str | None = None
