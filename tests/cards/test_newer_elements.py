"""Charts, badges and bars: never without the same in words."""

from __future__ import annotations

from typing import Any

import pytest

from cards.elements import (
    Badge,
    Bar,
    Chart,
    DonutChart,
    GroupedBarChart,
    HorizontalBarChart,
    LineChart,
    Newer,
    Point,
    ProgressBar,
    Root,
    Series,
    Slice,
    StackedBar,
    StackedBarChart,
    TextBlock,
    VerticalBarChart,
    to_dict,
)
from tests.cards import official
from tests.cards.test_elements import build

SAID = TextBlock(text="75% good, 25% inadequate.", wrap=True)
BARS = [Bar(x="Good", y=3), Bar(x="Inadequate", y=1, color="divergingRed")]
SLICES = [Slice(legend="Good", value=3, color="divergingBlue"), Slice(legend="RI", value=0)]
LINES = [Series(legend="Good", values=[Point(x="2026-10", y=3), Point(x="2026-11", y=2.5)])]

CHARTS: list[tuple[type[Chart], str, list[Any]]] = [
    (HorizontalBarChart, "Chart.HorizontalBar", BARS),
    (
        StackedBarChart,
        "Chart.HorizontalBar.Stacked",
        [StackedBar(title="Assessment", data=SLICES)],
    ),
    (VerticalBarChart, "Chart.VerticalBar", BARS),
    (GroupedBarChart, "Chart.VerticalBar.Grouped", LINES),
    (LineChart, "Chart.Line", LINES),
    (DonutChart, "Chart.Donut", SLICES),
]
every_chart = pytest.mark.parametrize(("chart", "name", "data"), CHARTS)


def chart_of(chart: type[Chart], data: list[Any], **more: Any) -> Newer:
    drawn = build(chart, **{"title": "Grades", "data": data, "fallback": SAID, **more})
    assert isinstance(drawn, Newer)
    return drawn


@every_chart
def test_a_chart_is_written_as_teams_reads_it(
    chart: type[Chart], name: str, data: list[Any]
) -> None:
    drawn = to_dict(chart_of(chart, data, show_title=False, color_set="diverging"))
    assert (drawn["type"], drawn["showTitle"], drawn["colorSet"]) == (name, False, "diverging")
    assert drawn["data"] == to_dict(data)
    assert drawn["fallback"]["text"] == "75% good, 25% inadequate."


@every_chart
def test_a_chart_needs_a_fallback(chart: type[Chart], name: str, data: list[Any]) -> None:
    with pytest.raises(TypeError, match=f"{chart.__name__} needs fallback"):
        build(chart, title="Grades", data=data)


@every_chart
@pytest.mark.parametrize("said", ["Charts cannot be shown here.", "", "75", "  "])
def test_a_chart_refuses_a_fallback_that_says_none_of_its_numbers(
    chart: type[Chart], name: str, data: list[Any], said: str
) -> None:
    with pytest.raises(ValueError, match=name):
        chart_of(chart, data, fallback=TextBlock(text=said))


@every_chart
def test_a_chart_of_nothing_is_refused(chart: type[Chart], name: str, data: list[Any]) -> None:
    with pytest.raises(ValueError, match=f"{name} has nothing to show"):
        chart_of(chart, [])


@every_chart
def test_an_old_client_sees_a_card_of_version_1_5(
    chart: type[Chart], name: str, data: list[Any]
) -> None:
    root = Root(fallback_text="An example", body=[chart_of(chart, data)])
    assert official.faults(to_dict(root)) == []


def test_a_fallback_is_an_element_and_not_drop() -> None:
    with pytest.raises(TypeError, match="fallback"):
        chart_of(DonutChart, SLICES, fallback="drop")


def test_a_chart_refuses_the_points_of_another() -> None:
    with pytest.raises(TypeError, match="Bar has no legend"):
        build(Bar, legend="Good", y=3)


@pytest.mark.parametrize("value", [-1, float("nan")])
def test_a_part_of_a_whole_is_not_less_than_nothing(value: float) -> None:
    with pytest.raises(ValueError, match="is no part of a whole"):
        Slice(legend="Good", value=value)


def test_groups_of_bars_are_about_the_same_places() -> None:
    other = Series(legend="RI", values=[Point(x="2026-09", y=1), Point(x="2026-11", y=1)])
    with pytest.raises(ValueError, match="different places"):
        chart_of(GroupedBarChart, [*LINES, other])
    assert chart_of(LineChart, [*LINES, other])


def test_a_badge_says_its_word_to_everybody() -> None:
    drawn = to_dict(Badge(text="4 late", style="Subtle", fallback=TextBlock(text="Now: 4 late")))
    assert (drawn["type"], drawn["text"], drawn["style"]) == ("Badge", "4 late", "Subtle")
    with pytest.raises(ValueError, match="does not say 4 late"):
        Badge(text="4 late", fallback=TextBlock(text="Late"))


def test_a_fallback_is_compared_as_it_is_read() -> None:
    assert Badge(text="*new*", fallback=TextBlock(text=r"\*new\*"))


def test_a_progress_bar_says_both_numbers() -> None:
    said = TextBlock(text="3 of 8 areas")
    drawn = to_dict(ProgressBar(value=3, max=8, fallback=said))
    assert (drawn["type"], drawn["value"], drawn["max"]) == ("ProgressBar", 3, 8)
    with pytest.raises(ValueError, match="does not say 4 of 8"):
        ProgressBar(value=4, max=8, fallback=said)


@pytest.mark.parametrize(("value", "most"), [(9, 8), (-1, 8), (0, 0)])
def test_a_progress_bar_is_not_over_full(value: int, most: int) -> None:
    said = TextBlock(text=f"{value} of {most} areas")
    with pytest.raises(ValueError, match="is no progress"):
        ProgressBar(value=value, max=most, fallback=said)
