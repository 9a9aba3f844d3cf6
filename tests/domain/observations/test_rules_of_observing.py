from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.working_days import WorkingCalendar, add_months
from domain.frameworks.sections import Cadence, Observation
from domain.observations.pairing import may_observe, observer_of, pair
from domain.observations.times import AHEAD, opens_on, places, rolling_due, window
from domain.people.person import Person
from engines.bank_holidays import ClosedDays

CALENDAR = WorkingCalendar(ClosedDays())
days = st.dates(min_value=date(2025, 1, 1), max_value=date(2029, 12, 31))
YEARLY = Observation(
    key="yearly", title="Yearly", cadence=Cadence(every="year"), each="observed", by=("boss",)
)


def staff(lines: list[int | None]) -> dict[str, Person]:
    """People p0, p1 … whose line manager is an earlier one, or nobody."""
    return {
        f"p{n}": Person(
            id=f"p{n}",
            name=f"Person {n}",
            roles=frozenset({"boss" if n % 2 else "worker"}),
            line_manager=f"p{above}" if above is not None else None,
        )
        for n, above in enumerate(lines)
    }


@st.composite
def teams(draw: st.DrawFn) -> dict[str, Person]:
    many = draw(st.integers(min_value=1, max_value=9))
    return staff(
        [
            draw(st.none() | st.integers(min_value=0, max_value=n - 1)) if n else None
            for n in range(many)
        ]
    )


@given(people=teams())
def test_nobody_observes_themselves_their_own_line_or_somebody_twice(
    people: dict[str, Person],
) -> None:
    everybody = list(people.values())
    found = pair(everybody, everybody, {}, people)
    observers = [one.id for one, _ in found.pairs]
    observed = [one.id for _, one in found.pairs]
    assert len(set(observers)) == len(observers)
    assert len(set(observed)) == len(observed)
    assert all(may_observe(one, other, people) for one, other in found.pairs)
    assert {*observers, *(one.id for one in found.left)} == people.keys()


@given(people=teams())
def test_whoever_is_left_could_see_nobody_who_is_free(people: dict[str, Person]) -> None:
    everybody = list(people.values())
    found = pair(everybody, everybody, {}, people)
    seen = {one.id for _, one in found.pairs}
    free = [one for one in everybody if one.id not in seen]
    assert not [1 for left in found.left for one in free if may_observe(left, one, people)]


def test_whoever_was_seen_longest_ago_comes_first() -> None:
    people = staff([None, None, None])
    last = {"p1": date(2026, 1, 1), "p2": date(2026, 5, 1)}
    ((_, seen),) = pair([people["p0"]], [people["p2"], people["p1"]], last, people).pairs
    assert seen.id == "p1"


def test_the_nearest_above_with_the_role_observes_where_the_line_manager_has_it_not() -> None:
    people = staff([None, 0, 1, 2, 3])  # p1 and p3 are bosses
    assert observer_of(YEARLY, people["p4"], people) == people["p3"]
    assert observer_of(YEARLY, people["p3"], people) == people["p1"]
    assert observer_of(YEARLY, people["p0"], people) is None
    away = {**people, "p3": replace(people["p3"], roles=frozenset())}
    assert observer_of(YEARLY, away["p4"], away) == away["p1"]


@given(last=days, today=days)
def test_the_next_one_is_a_year_after_the_last_and_never_later(last: date, today: date) -> None:
    due = rolling_due(YEARLY, last, (0, 1), today, calendar=CALENDAR)
    assert CALENDAR.is_working(due)
    assert timedelta(days=0) <= add_months(last, 12) - due <= timedelta(days=6)
    assert opens_on(due) == add_months(due, -AHEAD)


@given(today=days, many=st.integers(min_value=1, max_value=40))
def test_those_who_were_never_seen_are_spread_over_the_year(today: date, many: int) -> None:
    place = places([f"p{n}" for n in range(many)])
    dues = [rolling_due(YEARLY, None, one, today, calendar=CALENDAR) for one in place.values()]
    month = date(today.year, today.month, 1)
    assert all(month <= due < add_months(month, 13) for due in dues)
    by_month = [sum(due.month == n for due in dues) for n in range(1, 13)]
    assert max(by_month) - min(by_month) <= 1


@given(today=days, every=st.sampled_from(["month", "quarter", "half_year", "year"]))
def test_a_day_lies_in_its_own_period_or_the_period_is_over(today: date, every: str) -> None:
    found = window(Cadence.model_validate({"every": every}), today, CALENDAR)
    if found is None:  # after the last working day of the period
        assert not any(
            CALENDAR.is_working(today + timedelta(days=n))
            for n in range((add_months(today.replace(day=1), 1) - today).days)
        )
        return
    assert found.first_day <= today <= found.due_on
    assert found.first_day.day == 1
    assert CALENDAR.is_working(found.due_on)


def test_without_a_rhythm_there_is_no_window() -> None:
    assert window(None, date(2026, 12, 1), CALENDAR) is None
    assert window(Cadence(event="An audit says so"), date(2026, 12, 1), CALENDAR) is None
