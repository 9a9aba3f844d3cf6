"""Which audits an event calls for, and which dates cannot be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.cases.happening import Happening, accept, called_for, chosen_because, reportable
from domain.faults import Fault
from tests.town import framework

TODAY = date(2026, 12, 1)
AGAIN = Happening(
    kind="repeat_plan",
    case_ref="C-23087",
    happened_on=date(2026, 11, 30),
    last_plan_ended=date(2025, 3, 1),
)


def opened(happening: Happening, council: str = "somerset") -> list[str]:
    return [programme.key for programme in called_for(framework(council), happening)]


@pytest.mark.parametrize(
    ("ended", "wanted"),
    [
        (date(2024, 11, 30), ["repeat_plan_audit"]),  # two years to the day
        (date(2024, 11, 29), []),
        (date(2026, 10, 1), ["repeat_plan_audit"]),
    ],
)
def test_a_plan_within_two_years_of_the_last(ended: date, wanted: list[str]) -> None:
    """SOM-30."""
    assert opened(replace(AGAIN, last_plan_ended=ended)) == wanted


def test_a_third_plan_is_reviewed_as_well() -> None:
    """SOM-31: additional, not instead."""
    assert opened(replace(AGAIN, plan_number=3)) == ["repeat_plan_audit", "third_plan_review"]


def test_any_third_plan_is_reviewed_however_long_ago_the_last() -> None:
    """E-79."""
    long_ago = replace(AGAIN, plan_number=4, last_plan_ended=date(2015, 1, 1))
    assert opened(long_ago) == ["third_plan_review"]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("becomes_looked_after", ["becoming_looked_after_audit"]),
        ("home_ends", ["endings_review"]),
        ("record_closes", []),
    ],
)
def test_each_event_calls_for_its_own(kind: str, wanted: list[str]) -> None:
    """SOM-33, SOM-36."""
    assert opened(replace(AGAIN, kind=kind)) == wanted  # type: ignore[arg-type]  # parametrised


def test_a_council_without_events_opens_none() -> None:
    assert opened(AGAIN, "herefordshire") == []
    assert reportable(framework("herefordshire")) == ()


def test_a_third_plan_is_reported_as_a_plan_that_began_again() -> None:
    assert reportable(framework("somerset")) == (
        "repeat_plan",
        "becomes_looked_after",
        "home_ends",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"happened_on": date(2026, 12, 2)}, "has not come yet"),
        ({"last_plan_ended": None}, "when the last plan ended"),
        ({"last_plan_ended": date(2026, 12, 1)}, "cannot have ended after"),
    ],
)
def test_dates_that_cannot_be_true_are_refused(changes: dict[str, date], said: str) -> None:
    with pytest.raises(Fault, match=said):
        accept(replace(AGAIN, **changes), TODAY)  # type: ignore[arg-type]  # parametrised


def test_the_same_event_is_the_same_occasion() -> None:
    assert AGAIN.occasion == replace(AGAIN, plan_number=3).occasion
    assert AGAIN.occasion != replace(AGAIN, happened_on=date(2026, 11, 29)).occasion
    assert len(replace(AGAIN, case_ref="C" * 64).occasion) <= 96


@pytest.mark.parametrize(
    ("occasion", "said"),
    [
        ("2026-12-01", ""),
        (AGAIN.occasion, "a child protection plan began again"),
        ("by-hand/2026-12-01/ab", "those who run audits asked for it"),
    ],
)
def test_people_hear_why_a_record_is_audited_outside_the_calendar(occasion: str, said: str) -> None:
    assert chosen_because(occasion) == said
