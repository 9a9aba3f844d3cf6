"""Who has what somebody leaves behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.people.leaving import FOR_GOOD, gone, of_leaving, takes_over
from domain.people.person import Absence, Person
from tests.cast import CORA, HAL, PEOPLE, TESS

TODAY = date(2026, 12, 1)
LEFT = replace(TESS, left_on=TODAY)
AWAY = Absence(first_day=TODAY, last_day=TODAY)


def found(leaver: Person, *others: Person, lost: tuple[str, ...] = ()) -> str | None:
    people = PEOPLE | {one.id: one for one in (leaver, *others)}
    person = takes_over(leaver, people, TODAY, [people["cora"]], lost)
    return person.id if person else None


def test_the_nearest_manager_at_work() -> None:
    assert found(LEFT) == "sam"
    assert found(LEFT, replace(PEOPLE["sam"], absences=(AWAY,))) == "hal"
    assert found(LEFT, lost=("sam",)) == "hal"


def test_whoever_was_named_before_any_manager() -> None:
    assert found(replace(LEFT, absences=(gone(LEFT, "theo"),))) == "theo"


def test_those_who_run_cycles_where_nobody_is_above() -> None:
    assert found(replace(HAL, left_on=TODAY)) == "cora"
    assert found(replace(HAL, left_on=TODAY), replace(CORA, absences=(AWAY,))) == "cora"


def test_nobody_where_nobody_is_left() -> None:
    alone = replace(CORA, left_on=TODAY, line_manager=None)
    assert found(alone) is None


def test_the_days_after_the_last_one_are_no_leave() -> None:
    after = gone(LEFT, "theo")
    assert after.on(TODAY)
    assert after.on(TODAY + timedelta(days=4000))
    assert of_leaving(LEFT, after)
    assert not of_leaving(LEFT, AWAY)
    assert not of_leaving(TESS, after)
    assert after.last_day - after.first_day == FOR_GOOD


def test_whoever_is_here_leaves_nothing() -> None:
    with pytest.raises(ValueError, match="tess has not left"):
        gone(TESS, "theo")
