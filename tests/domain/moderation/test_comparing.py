"""Grades side by side, what is open, and what a decision still lacks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.audits.assessment import AreaEntry, Assessment, AssessmentState
from domain.faults import Fault
from domain.moderation.comparing import (
    accept_areas,
    accept_final,
    beside,
    missing_in_decision,
    open_areas,
    proposed,
    settled_areas,
)
from domain.moderation.moderation import Decision
from tests.domain.moderation.test_draw import GOOD, INADEQUATE, RI, grading

RULES = grading("herefordshire")
NOW = datetime(2026, 12, 22, 9, tzinfo=UTC)


def given(*grades: str, overall: str | None = GOOD) -> Assessment:
    """Six areas with those grades; the rest Good."""
    whole = [*grades, *[GOOD] * (6 - len(grades))]
    return Assessment(
        id=1,
        seat_id=1,
        state=AssessmentState.SUBMITTED,
        at_area=0,
        version=2,
        saved_at=NOW,
        overall=overall,
        areas=tuple(AreaEntry(number=n, grade=grade) for n, grade in enumerate(whole, 1)),
    )


def test_areas_on_which_somebody_differs_are_open() -> None:
    sets = [given(GOOD, RI), given(GOOD, GOOD), given(GOOD, RI)]
    assert open_areas(RULES, sets) == [2]
    assert settled_areas(RULES, sets) == {1: GOOD, 3: GOOD, 4: GOOD, 5: GOOD, 6: GOOD}


def test_the_moderator_alone_can_open_an_area() -> None:
    assert open_areas(RULES, [given(), given(), given(INADEQUATE)]) == [1]


def test_the_overall_grade_stands_last() -> None:
    rows = beside(RULES, [given(overall=GOOD), given(overall=RI)])
    assert (rows[-1].area, rows[-1].grades, rows[-1].differs) == (0, (GOOD, RI), True)
    assert len(rows) == 7


def test_a_decision_starts_from_the_moderator_s_own_grades() -> None:
    own = given(GOOD, RI, overall=RI)
    start = proposed(RULES, [given(), given(GOOD, INADEQUATE), own], own)
    assert (start.areas[2], start.overall) == (RI, RI)


def test_without_own_grades_what_differs_stays_open() -> None:
    start = proposed(RULES, [given(), given(RI, overall=RI)], None)
    assert 1 not in start.areas
    assert start.overall is None
    assert proposed(RULES, [given()], None).overall == GOOD


def test_missing_things_are_named() -> None:
    assert list(missing_in_decision(RULES, Decision(), [2, 4])) == [
        "the final grade of area 2",
        "the final grade of area 4",
        "the final overall grade",
        "your reasons",
    ]
    whole = Decision(areas={2: GOOD, 4: RI}, overall=GOOD, reason="Seen")
    assert list(missing_in_decision(RULES, whole, [2, 4])) == []


def test_what_all_agree_on_cannot_be_changed_by_typing() -> None:
    areas = accept_areas(RULES, Decision(), {2: RI}, {1: GOOD})
    assert areas == {1: GOOD, 2: RI}
    with pytest.raises(Fault, match="Please choose one"):
        accept_areas(RULES, Decision(), {2: "brilliant"}, {})
    with pytest.raises(Fault, match="Please choose one"):
        accept_final(RULES, "not_applicable")
